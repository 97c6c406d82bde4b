using System.Buffers;
using Sovia.Library.Urls;

namespace Sovia.Import;

/// <summary>
/// Reads media addresses. Only the maker's hosts are kept: an address from elsewhere could lead a click or a download astray.
/// </summary>
internal static class SourceUrl
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <summary>The address as kept, or null where it is none of the maker's.</summary>
    /// <param name="text">
    /// An https address, a bucket path (<c>users/…</c>), the local form of an earlier tool (<c>https_/host/…</c>), or any other spelling of
    /// an address of a known form: <c>http://</c>, <c>//host</c>, without a scheme, without the host.
    /// </param>
    public static string? Normalise(string text)
    {
        text = text.Trim();
        if (text.StartsWith("https_/", StringComparison.OrdinalIgnoreCase)) text = "https://" + text[7..];
        else if (text.StartsWith("users/", StringComparison.Ordinal)) text = "https://assets.grok.com/" + text;
        else if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        // What nearly all addresses are: a host that media come from, and behind it nothing that a reader of addresses could trip over.
        if (UrlHost.GetMediaHost(text, out var path) is not null && !path.ContainsAnyExcept(Plain)) return text;
        if (IsSafe(text)) return text;
        return GrokUrl.Parse(text) is { Kind: GrokUrlKind.Media or GrokUrlKind.Page, Url: { } url } && IsSafe(url) ? url : null;
    }

    /// <summary>True for an address of bytes, and not of a page about them.</summary>
    public static bool IsMedia(string text) => Normalise(text) is { } url && UrlHost.MediaHosts.Contains(UrlHost.GetHost(url));

    private static bool IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
        && GrokHosts.Contains(uri.Host);
}
