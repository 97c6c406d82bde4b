using System.Buffers;
using Sovia.Library.Urls;

namespace Sovia.Import;

/// <summary>
/// Reads media URLs. Accepts only Grok's hosts, because a foreign URL could send a click or a download anywhere.
/// </summary>
internal static class SourceUrl
{
    private static readonly SearchValues<char> SafePathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <summary>Returns the URL in its stored form, or null if it is not one of Grok's.</summary>
    /// <param name="text">
    /// An HTTPS URL, a bucket path (<c>users/…</c>), the local form of an earlier tool (<c>https_/host/…</c>), or another spelling of a
    /// known URL: <c>http://</c>, <c>//host</c>, without a scheme, without the host.
    /// </param>
    public static string? Normalise(string text)
    {
        text = text.Trim();
        if (text.StartsWith("https_/", StringComparison.OrdinalIgnoreCase)) text = "https://" + text[7..];
        else if (text.StartsWith("users/", StringComparison.Ordinal)) text = "https://assets.grok.com/" + text;
        else if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        // Fast path for nearly all URLs: a media host, and a path without characters that URL parsing could change.
        if (UrlHost.GetMediaHost(text, out var path) is not null && !path.ContainsAnyExcept(SafePathCharacters)) return text;
        if (IsSafe(text)) return LowercaseHost(text);
        return GrokUrl.Parse(text) is { Kind: GrokUrlKind.Media or GrokUrlKind.Page, Url: { } url } && IsSafe(url) ? url : null;
    }

    /// <summary>True for the URL of a media file rather than of a page about it.</summary>
    public static bool IsMedia(string text) => Normalise(text) is { } url && UrlHost.MediaHosts.Contains(UrlHost.GetHost(url));

    /// <summary>True for the URL of a thumbnail: the first frame of a video, or a small copy of an image.</summary>
    public static bool IsThumbnail(string url) => url.Split('?')[0] is var path && path[(path.LastIndexOf('/') + 1)..] is var name
        && (name.StartsWith("preview_image", StringComparison.OrdinalIgnoreCase)
            || name.Contains("_thumbnail.", StringComparison.OrdinalIgnoreCase));

    // Lowercases scheme and host, because they are case-insensitive but all other code compares stored URLs exactly.
    private static string LowercaseHost(string text)
    {
        var pathStart = text.AsSpan(Uri.UriSchemeHttps.Length + 3).IndexOfAny("/?#");
        var end = pathStart < 0 ? text.Length : Uri.UriSchemeHttps.Length + 3 + pathStart;
        return text.AsSpan(0, end).ContainsAnyInRange('A', 'Z') ? string.Concat(text[..end].ToLowerInvariant(), text[end..]) : text;
    }

    private static bool IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
        && GrokHosts.Contains(uri.Host);
}
