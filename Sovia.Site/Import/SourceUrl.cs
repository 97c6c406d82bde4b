using System.Buffers;
using System.Text.RegularExpressions;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>Reads media addresses. Only the maker's hosts are kept: an address from elsewhere could lead a click or a download astray.</summary>
internal static partial class SourceUrl
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");
    private static readonly string[] Hosts = ["grok.com", "x.ai", "x.com", "twimg.com"];

    [GeneratedRegex("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ids();

    /// <summary>The address as kept, or null where it is none of the maker's.</summary>
    /// <param name="text">An https address, a bucket path (<c>users/…</c>), or the local form of an earlier tool (<c>https_/host/…</c>).</param>
    public static string? Clean(string text)
    {
        text = text.Trim();
        if (text.StartsWith("https_/", StringComparison.OrdinalIgnoreCase)) text = "https://" + text[7..];
        else if (text.StartsWith("users/", StringComparison.Ordinal)) text = "https://assets.grok.com/" + text;
        // What nearly all addresses are: a host that media come from, and behind it nothing that a reader of addresses could trip over.
        if (UrlHost.MediaOf(text, out var path) is not null && !path.ContainsAnyExcept(Plain)) return text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && IsTheMakers(uri.Host)
            ? text : null;
    }

    /// <summary>The id an address ends on: the last one in its path.</summary>
    public static Guid? IdIn(string? text) =>
        text is not null && Ids().Matches(text.Split('?', '#')[0]) is { Count: > 0 } ids ? Guid.Parse(ids[^1].ValueSpan) : null;

    /// <summary>True for an address of bytes, and not of a page about them.</summary>
    public static bool IsMedia(string text) => Clean(text) is { } url && UrlHost.Media.Contains(UrlHost.Of(url));

    private static bool IsTheMakers(string host) =>
        Hosts.Any(maker => host.Equals(maker, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + maker, StringComparison.OrdinalIgnoreCase));
}
