using System.Collections.Concurrent;
using System.Text.Json;
using Sovia.Library.Addresses;
using Sovia.MediaFiles.Matching;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Reads what lies beside a file and tells whose it is: its own sidecar, or a manifest of the folder.</summary>
internal sealed class Companions
{
    private const long LargestSidecar = 1 << 20;
    private const long LargestManifest = 32 << 20;

    private static readonly string[] Manifests = ["grok-imagine-session-", "manifest", "_image_manifest", "metadata", "index"];

    private static readonly string[] IdNames = ["id", "mediaId", "assetId", "postId", "post_id", "uuid", "mediaUrl", "media_url", "url", "link"];

    private static readonly string[] FileNames = ["filename", "file", "fileName", "local_path", "path"];

    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, Guid>>> manifests = new(StringComparer.Ordinal);

    /// <summary>The id that a companion states, or null.</summary>
    public Guid? StatedFor(string root, string path)
    {
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        return Sidecar(root, path + ".json") ?? Sidecar(root, Path.ChangeExtension(path, ".json"))
            ?? (manifests.GetOrAdd(folder, _ => new(() => ReadManifests(root, folder))).Value.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var id) ? id : null);
    }

    /// <summary>Whether a file of this name may speak for others in its folder.</summary>
    public static bool IsManifest(string name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && Array.Exists(Manifests, manifest => name.StartsWith(manifest, StringComparison.OrdinalIgnoreCase));

    private static Guid? Sidecar(string root, string path)
    {
        using var json = Read(root, path, LargestSidecar);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } item) return null;
        return item.TryGetProperty("post", out var post) && post.ValueKind == JsonValueKind.Object ? IdOf(post) : IdOf(item);
    }

    private static Dictionary<string, Guid> ReadManifests(string root, string folder)
    {
        var stated = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, folder), "*.json").Where(path => IsManifest(Path.GetFileName(path))).Order(StringComparer.Ordinal))
        {
            using var json = Read(root, folder.Length == 0 ? Path.GetFileName(path) : $"{folder}/{Path.GetFileName(path)}", LargestManifest);
            if (json is not null) Collect(json.RootElement, null, stated, 0);
        }
        return stated;
    }

    // A list of things with a file's name and an id, or an object whose keys are the files' names, wherever in the document.
    private static void Collect(JsonElement element, string? key, Dictionary<string, Guid> stated, int depth)
    {
        if (depth > 6) return;
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Collect(item, null, stated, depth + 1);
        if (element.ValueKind != JsonValueKind.Object) return;
        if ((FileNames.Select(name => Text(element, name)).FirstOrDefault(text => text is not null) ?? key) is { } file && IdOf(element) is { } id)
            stated[file[(file.LastIndexOfAny(['/', '\\']) + 1)..]] = id;
        foreach (var property in element.EnumerateObject()) Collect(property.Value, property.Name, stated, depth + 1);
    }

    private static Guid? IdOf(JsonElement item) =>
        IdNames.Select(name => Text(item, name)).OfType<string>().Select(Named).FirstOrDefault(id => id is not null);

    private static Guid? Named(string text) => PostAddress.Read(text) is { Kind: not AddressKind.None } address ? address.Id
        : IdsIn.Name(text.Split('?', '#')[0]).Select(id => (Guid?)id).LastOrDefault();

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonDocument? Read(string root, string path, long largest)
    {
        if (LocalMedia.At(root, path) is not { } file || file.Length > largest) return null;
        try
        {
            using var bytes = file.Open();
            return JsonDocument.Parse(bytes);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
