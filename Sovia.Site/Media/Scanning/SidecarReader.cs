using System.Collections.Concurrent;
using System.Text.Json;
using Sovia.Library.Urls;
using Sovia.Media.Matching;
using Sovia.Metadata.Texts;

namespace Sovia.Media.Scanning;

/// <summary>Reads a file's post ID from its sidecar or from a manifest in the same folder.</summary>
internal sealed class SidecarReader
{
    private const long LargestSidecar = 1 << 20;
    private const long LargestManifest = 32 << 20;

    private static readonly string[] Manifests = ["grok-imagine-session-", "manifest", "_image_manifest", "metadata", "index"];

    private static readonly string[] IdNames = ["id", "mediaId", "assetId", "postId", "post_id", "uuid", "mediaUrl", "media_url", "url",
        "link"];

    private static readonly string[] FileNames = ["filename", "file", "fileName", "local_path", "path"];

    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, Guid>>> manifests = new(StringComparer.Ordinal);

    /// <summary>Returns the post ID in a sidecar or manifest, or null.</summary>
    public Guid? FindPostId(string root, string path)
    {
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        return Sidecar(root, path + ".json") ?? Sidecar(root, Path.ChangeExtension(path, ".json"))
            ?? (manifests.GetOrAdd(folder, _ => new(() => ReadManifests(root, folder))).Value
                .TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var id) ? id : null);
    }

    /// <summary>Returns whether the name is that of a manifest, which describes other files in its folder.</summary>
    public static bool IsManifest(string name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(Manifests, manifest => name.StartsWith(manifest, StringComparison.OrdinalIgnoreCase));

    private static Guid? Sidecar(string root, string path)
    {
        var item = Read(root, path, LargestSidecar);
        return item.FindProperty("post") is { ValueKind: JsonValueKind.Object } post ? GetId(post) : GetId(item);
    }

    private static Dictionary<string, Guid> ReadManifests(string root, string folder)
    {
        var stated = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in ManifestsIn(Path.Combine(root, folder)))
            Collect(Read(root, folder.Length == 0 ? name : $"{folder}/{name}", LargestManifest), null, stated, 0);
        return stated;
    }

    private static IReadOnlyList<string> ManifestsIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileName(path)).Where(IsManifest)
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Reads lists of objects with a file name and an ID, and objects keyed by file name, at any level of the document.
    private static void Collect(JsonElement element, string? key, Dictionary<string, Guid> stated, int depth)
    {
        if (depth > 6) return;
        foreach (var item in element.EnumerateItems()) Collect(item, null, stated, depth + 1);
        if (element.ValueKind != JsonValueKind.Object) return;
        if ((FileNames.Select(name => Text(element, name)).FirstOrDefault(text => text is not null) ?? key) is { } file
            && GetId(element) is { } id)
            stated[file[(file.LastIndexOfAny(['/', '\\']) + 1)..]] = id;
        foreach (var property in element.EnumerateMembers()) Collect(property.Value, property.Name, stated, depth + 1);
    }

    private static Guid? GetId(JsonElement item) =>
        IdNames.Select(name => Text(item, name)).OfType<string>().Select(Named).FirstOrDefault(id => id is not null);

    private static Guid? Named(string text) => GrokUrl.Parse(text) is { Kind: not GrokUrlKind.None } address ? address.Id
        : PathIdParser.ParseName(text.Split('?', '#')[0]).Select(id => (Guid?)id).LastOrDefault();

    private static string? Text(JsonElement item, string name) =>
        item.FindProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    // Tools cut texts inside a surrogate pair and use the machine's own character set. ValueKind is Undefined if the file is not JSON.
    private static JsonElement Read(string root, string path, long largest)
    {
        if (LocalMedia.FindAt(root, path) is not { } file || file.Length > largest) return default;
        try
        {
            using var stream = file.Open();
            var bytes = new byte[file.Length];
            return LenientJson.Parse(
                TextDecoder.Decode(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
