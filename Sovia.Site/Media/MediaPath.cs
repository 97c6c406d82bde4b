using Sovia.Metadata;

namespace Sovia.Media;

/// <summary>
/// Where the bytes of an address may lie under a media root: <c>https_/host/path</c>, as 8xSovia laid them out. Pure:
/// nothing is looked up. An address that could name anything outside that folder has no place at all.
/// </summary>
public static class MediaPath
{
    /// <summary>The folder of a root that addresses lead into.</summary>
    public const string UrlFolder = "https_";

    /// <summary>The relative paths to try, best first, parted by <c>/</c>; none for an address that is refused.</summary>
    /// <param name="mediaUrl">An http(s) address, or one that 8xSovia already rewrote to <c>https_/host/path</c>.</param>
    /// <param name="mimeType">The stated type, which gives a name without an extension one more chance.</param>
    public static IReadOnlyList<string> GetCandidates(string? mediaUrl, string? mimeType)
    {
        if (Parse(mediaUrl) is not { } url) return [];
        var raw = PathOf(url).Split('/');
        var decoded = Array.ConvertAll(raw, Uri.UnescapeDataString);
        var host = url.IdnHost;
        if (!PathSegment.IsSafe(host) || !decoded.All(PathSegment.IsSafe)) return [];
        string[] exact = [Join(host, decoded), Join(host, raw)];
        var extensions = Path.HasExtension(decoded[^1]) ? [] : MediaType.GetExtensions(mimeType);
        return [.. exact.Concat(extensions.SelectMany(extension => exact.Select(path => path + extension))).Distinct()];
    }

    private static Uri? Parse(string? mediaUrl)
    {
        if (string.IsNullOrEmpty(mediaUrl)) return null;
        if (mediaUrl.StartsWith(UrlFolder + "/", StringComparison.Ordinal)) mediaUrl = "https://" + mediaUrl[(UrlFolder.Length + 1)..];

        // Uri would quietly resolve "..", so that a traversal arrives as some other, innocent path. It is to be refused instead.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return Uri.TryCreate(mediaUrl, asWritten, out var url) && url.Scheme is "http" or "https" ? url : null;
    }

    private static string PathOf(Uri url)
    {
        var path = url.AbsolutePath;
        var end = path.IndexOfAny(['?', '#']);
        return (end < 0 ? path : path[..end]) is ['/', .. var rest] ? rest : "";
    }

    private static string Join(string host, string[] segments) => $"{UrlFolder}/{host}/{string.Join('/', segments)}";
}
