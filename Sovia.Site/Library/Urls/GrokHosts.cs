using System.Buffers;

namespace Sovia.Library.Urls;

/// <summary>Knows Grok's hosts, and removes the scheme of URLs.</summary>
internal static class GrokHosts
{
    private static readonly SearchValues<char> OfNames =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    private static readonly string[] Hosts = ["grok.com", "x.ai", "x.com", "twimg.com"];
    private static readonly string[] OldHosts = ["twitter.com", "www.twitter.com", "mobile.twitter.com"];

    // Storage keys and site paths are URLs without a host.
    private static readonly (string Start, string Host)[] Relative =
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
        foreach (var maker in Hosts)
            if (host.EndsWith(maker, StringComparison.OrdinalIgnoreCase)
                && (host.Length == maker.Length || host[^(maker.Length + 1)] == '.')) return true;
        return false;
    }

    /// <summary>Returns host, path and query of a Grok URL, in whatever form it begins; null for any other text.</summary>
    /// <param name="text"><c>https://…</c>, <c>http://…</c>, <c>//…</c>, <c>https_/…</c>, <c>www.…</c>, <c>grok.com/…</c>, <c>users/…</c>,
    /// <c>/imagine/…</c>.</param>
    public static string? RemoveScheme(string text)
    {
        var rest = text.AsSpan();
        foreach (var scheme in new[] { "https://", "http://", "//", "https_/", "http_/" })
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return Absolute(rest[scheme.Length..].TrimStart('/'));
        foreach (var (start, host) in Relative)
        {
            var way = rest.StartsWith("/") && !start.StartsWith('/') ? rest[1..] : rest;
            if (way.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return string.Concat(host, way);
        }
        return rest.StartsWith("/") ? null : Absolute(rest);
    }

    private static string? Absolute(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny("/?#\\");
        var host = end < 0 ? rest : rest[..end];
        if (host.EndsWith(":443") || host.EndsWith(":80")) host = host[..host.IndexOf(':')];
        if (OldHosts.Contains(host.ToString(), StringComparer.OrdinalIgnoreCase)) host = "x.com";
        return Contains(host) && host.IndexOfAnyExcept(OfNames) < 0
            ? string.Concat(host.ToString().ToLowerInvariant(), end < 0 ? "/" : rest[end..]) : null;
    }
}
