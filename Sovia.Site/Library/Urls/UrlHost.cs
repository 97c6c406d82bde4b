namespace Sovia.Library.Urls;

/// <summary>Finds the host of an address.</summary>
internal static class UrlHost
{
    private const string Scheme = "https://";
    private const int Longest = 255;

    /// <summary>The hosts that media come from: nearly every post's.</summary>
    public static IReadOnlyList<string> MediaHosts => Hosts;

    private static readonly string[] Hosts = ["assets.grok.com", "imagine-public.x.ai", "images-public.x.ai"];

    /// <summary>The host in lower case; empty where there is none.</summary>
    public static string GetHost(string? url) => url is null ? "" : GetMediaHost(url, out _)
        ?? (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length <= Longest ? parsed.Host.ToLowerInvariant() : "");

    /// <summary>
    /// One of <see cref="MediaHosts"/> where an address plainly begins with it: to take one apart costs more than to write the rest of a
    /// post's row.
    /// </summary>
    /// <param name="url">An address.</param>
    /// <param name="path">What follows the host, from its slash on.</param>
    public static string? GetMediaHost(string url, out ReadOnlySpan<char> path)
    {
        path = default;
        if (!url.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var rest = url.AsSpan(Scheme.Length);
        foreach (var host in Hosts)
            if (rest.Length > host.Length && rest[host.Length] == '/' && rest.StartsWith(host, StringComparison.Ordinal))
            {
                path = rest[host.Length..];
                return host;
            }
        return null;
    }
}
