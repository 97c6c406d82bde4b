using System.Collections.Concurrent;
using System.Text.Json;
using Sovia.Library.Urls;
using Sovia.Media.Matching;
using Sovia.Metadata.Texts;

namespace Sovia.Media.Scanning;

/// <summary>Reads a file's post ID from its sidecar or from a manifest in the same folder.</summary>
internal sealed class SidecarReader
{
    private const long MaxSidecarBytes = 1 << 20;
    private const long MaxManifestBytes = 32 << 20;

    private static readonly string[] ManifestPrefixes = ["grok-imagine-session-", "manifest", "_image_manifest", "metadata", "index"];

    private static readonly string[] IdKeys = ["id", "mediaId", "assetId", "postId", "post_id", "uuid", "mediaUrl", "media_url", "url",
        "link"];

    private static readonly string[] FileNameKeys = ["filename", "file", "fileName", "local_path", "path"];

    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, Guid>>> manifestsByFolder = new(StringComparer.Ordinal);

    /// <summary>Returns the post ID in a sidecar or manifest, or null.</summary>
    public Guid? FindPostId(string root, string path)
    {
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        return ReadSidecar(root, path + ".json") ?? ReadSidecar(root, Path.ChangeExtension(path, ".json"))
            ?? (manifestsByFolder.GetOrAdd(folder, _ => new(() => ReadManifests(root, folder))).Value
                .TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var id) ? id : null);
    }

    /// <summary>Returns whether the name is that of a manifest, which describes other files in its folder.</summary>
    public static bool IsManifest(string name) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(ManifestPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static Guid? ReadSidecar(string root, string path)
    {
        var sidecar = ReadJson(root, path, MaxSidecarBytes);
        return sidecar.FindProperty("post") is { ValueKind: JsonValueKind.Object } post ? FindId(post) : FindId(sidecar);
    }

    private static Dictionary<string, Guid> ReadManifests(string root, string folder)
    {
        var idsByFile = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in ListManifests(Path.Combine(root, folder)))
            CollectIds(ReadJson(root, folder.Length == 0 ? name : $"{folder}/{name}", MaxManifestBytes), null, idsByFile, 0);
        return idsByFile;
    }

    private static IReadOnlyList<string> ListManifests(string folder)
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
    private static void CollectIds(JsonElement element, string? key, Dictionary<string, Guid> idsByFile, int depth)
    {
        if (depth > 6) return;
        foreach (var item in element.EnumerateItems()) CollectIds(item, null, idsByFile, depth + 1);
        if (element.ValueKind != JsonValueKind.Object) return;
        if ((FileNameKeys.Select(name => GetText(element, name)).FirstOrDefault(text => text is not null) ?? key) is { } fileName
            && FindId(element) is { } id)
            idsByFile[fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]] = id;
        foreach (var property in element.EnumerateMembers()) CollectIds(property.Value, property.Name, idsByFile, depth + 1);
    }

    private static Guid? FindId(JsonElement item) =>
        IdKeys.Select(name => GetText(item, name)).OfType<string>().Select(ParseId).FirstOrDefault(id => id is not null);

    private static Guid? ParseId(string text) => GrokUrl.Parse(text) is { Kind: not GrokUrlKind.None } url ? url.Id
        : PathIdParser.ParseName(text.Split('?', '#')[0]).Select(id => (Guid?)id).LastOrDefault();

    private static string? GetText(JsonElement item, string name) =>
        item.FindProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    // Tools cut texts inside a surrogate pair and use the machine's own character set. ValueKind is Undefined if the file is not JSON.
    private static JsonElement ReadJson(string root, string path, long maxBytes)
    {
        if (MediaFileLocator.FindAt(root, path) is not { } file || file.Length > maxBytes) return default;
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
