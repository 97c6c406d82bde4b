namespace Sovia.Library;

/// <summary>Finds the host of an address.</summary>
internal static class UrlHost
{
    private const int Longest = 255;

    // Nearly every post's; to take an address apart costs more than to write the rest of its row.
    private static readonly string[] Common = ["assets.grok.com", "imagine-public.x.ai", "images-public.x.ai"];

    /// <summary>The host in lower case; empty where there is none.</summary>
    public static string Of(string? url)
    {
        const string Scheme = "https://";
        if (url is null) return "";
        if (url.StartsWith(Scheme, StringComparison.Ordinal))
            foreach (var host in Common)
                if (url.Length > Scheme.Length + host.Length && url[Scheme.Length + host.Length] == '/' && url.AsSpan(Scheme.Length).StartsWith(host, StringComparison.Ordinal)) return host;
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length <= Longest ? parsed.Host.ToLowerInvariant() : "";
    }
}
