using System.Buffers;

namespace Sovia.Library.Urls;

/// <summary>Recognises Grok's hosts, and removes the scheme from URLs.</summary>
internal static class GrokHosts
{
    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    private static readonly string[] Hosts = ["grok.com", "x.ai", "x.com", "twimg.com"];
    private static readonly string[] LegacyHosts = ["twitter.com", "www.twitter.com", "mobile.twitter.com"];

    // Storage keys and site paths are URLs without a host.
    private static readonly (string Start, string Host)[] RelativePrefixes =
    [
        ("users/", "assets.grok.com/"), ("anon-users/", "assets.grok.com/"), ("imagine/", "grok.com/"), ("/c/", "grok.com"),
        ("/chat/", "grok.com"), ("/share/", "grok.com"),
        ("/project/", "grok.com"), ("/rest/", "grok.com"), ("imagine-public/", "imagine-public.x.ai/"),
        ("i/imagine-public/", "imagine-public.x.ai/"),
        ("share-images/", "imagine-public.x.ai/imagine-public/"), ("share-videos/", "imagine-public.x.ai/imagine-public/"),
        ("xai-images-public/", "images-public.x.ai/"),
    ];

    /// <summary>Returns true for one of Grok's hosts.</summary>
    public static bool Contains(ReadOnlySpan<char> host)
    {
        foreach (var domain in Hosts)
            if (host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
                && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.')) return true;
        return false;
    }

    /// <summary>Returns host, path and query of a Grok URL with or without a scheme; null for any other text.</summary>
    /// <param name="text"><c>https://…</c>, <c>http://…</c>, <c>//…</c>, <c>https_/…</c>, <c>www.…</c>, <c>grok.com/…</c>, <c>users/…</c>,
    /// <c>/imagine/…</c>.</param>
    public static string? RemoveScheme(string text)
    {
        var url = text.AsSpan();
        foreach (var scheme in new[] { "https://", "http://", "//", "https_/", "http_/" })
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return NormalizeAbsolute(url[scheme.Length..].TrimStart('/'));
        foreach (var (start, host) in RelativePrefixes)
        {
            var path = url.StartsWith("/") && !start.StartsWith('/') ? url[1..] : url;
            if (path.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return string.Concat(host, path);
        }
        return url.StartsWith("/") ? null : NormalizeAbsolute(url);
    }

    private static string? NormalizeAbsolute(ReadOnlySpan<char> url)
    {
        var end = url.IndexOfAny("/?#\\");
        var host = end < 0 ? url : url[..end];
        if (host.EndsWith(":443") || host.EndsWith(":80")) host = host[..host.IndexOf(':')];
        if (LegacyHosts.Contains(host.ToString(), StringComparer.OrdinalIgnoreCase)) host = "x.com";
        return Contains(host) && host.IndexOfAnyExcept(HostCharacters) < 0
            ? string.Concat(host.ToString().ToLowerInvariant(), end < 0 ? "/" : url[end..]) : null;
    }
}
