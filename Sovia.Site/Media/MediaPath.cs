using Sovia.Metadata;

namespace Sovia.Media;

/// <summary>
/// Maps a media URL to its path under a media root: <c>https_/host/path</c>, the layout of 8xSovia. Does not access the disk. A URL that
/// could name anything outside that folder has no path.
/// </summary>
public static class MediaPath
{
    /// <summary>The folder of a root that holds files by URL.</summary>
    public const string UrlFolder = "https_";

    /// <summary>Returns the relative paths to try, best first, separated by <c>/</c>; empty for a rejected URL.</summary>
    /// <param name="mediaUrl">An HTTP(S) URL, or one that 8xSovia already rewrote to <c>https_/host/path</c>.</param>
    /// <param name="mimeType">The declared MIME type, which suggests an extension for a name without one.</param>
    public static IReadOnlyList<string> GetCandidates(string? mediaUrl, string? mimeType)
    {
        if (Parse(mediaUrl) is not { } url) return [];
        var rawSegments = GetPath(url).Split('/');
        var segments = Array.ConvertAll(rawSegments, Uri.UnescapeDataString);
        var host = url.IdnHost;
        if (!PathSegment.IsSafe(host) || !segments.All(PathSegment.IsSafe)) return [];
        string[] exactPaths = [Join(host, segments), Join(host, rawSegments)];
        var extensions = Path.HasExtension(segments[^1]) ? [] : MediaType.GetExtensions(mimeType);
        return [.. exactPaths.Concat(extensions.SelectMany(extension => exactPaths.Select(path => path + extension))).Distinct()];
    }

    private static Uri? Parse(string? mediaUrl)
    {
        if (string.IsNullOrEmpty(mediaUrl)) return null;
        if (mediaUrl.StartsWith(UrlFolder + "/", StringComparison.Ordinal)) mediaUrl = "https://" + mediaUrl[(UrlFolder.Length + 1)..];

        // By default Uri resolves ".." silently, so that a traversal would look like a harmless path instead of being rejected.
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return Uri.TryCreate(mediaUrl, options, out var url) && url.Scheme is "http" or "https" ? url : null;
    }

    private static string GetPath(Uri url)
    {
        var path = url.AbsolutePath;
        var end = path.IndexOfAny(['?', '#']);
        return (end < 0 ? path : path[..end]) is ['/', .. var relativePath] ? relativePath : "";
    }

    private static string Join(string host, string[] segments) => $"{UrlFolder}/{host}/{string.Join('/', segments)}";
}
