namespace Sovia.Library.Urls;

/// <summary>Extracts the host of a URL.</summary>
internal static class UrlHost
{
    private const string Scheme = "https://";
    private const int MaxLength = 255;

    /// <summary>The hosts of nearly all media URLs.</summary>
    public static IReadOnlyList<string> MediaHosts => Hosts;

    private static readonly string[] Hosts = ["assets.grok.com", "imagine-public.x.ai", "images-public.x.ai"];

    /// <summary>Returns the host in lower case; empty if there is none.</summary>
    public static string GetHost(string? url) => url is null ? "" : GetMediaHost(url, out _)
        ?? (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length <= MaxLength ? parsed.Host.ToLowerInvariant() : "");

    /// <summary>
    /// Returns the host if a URL begins with one of <see cref="MediaHosts"/>, otherwise null. This fast path exists because parsing a URL
    /// costs more than writing the rest of a post's row.
    /// </summary>
    /// <param name="url">The URL.</param>
    /// <param name="path">The rest of the URL after the host, starting with its slash.</param>
    public static string? GetMediaHost(string url, out ReadOnlySpan<char> path)
    {
        path = default;
        if (!url.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var remainder = url.AsSpan(Scheme.Length);
        foreach (var host in Hosts)
            if (remainder.Length > host.Length && remainder[host.Length] == '/' && remainder.StartsWith(host, StringComparison.Ordinal))
            {
                path = remainder[host.Length..];
                return host;
            }
        return null;
    }
}
