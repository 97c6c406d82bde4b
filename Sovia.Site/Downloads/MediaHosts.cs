namespace Sovia.Downloads;

/// <summary>The hosts that Grok has served media from, and what each asks for. Nothing is ever fetched from any other.</summary>
public static class MediaHosts
{
    /// <summary>The page that cookie-bound hosts want to be asked from.</summary>
    public const string Referer = "https://grok.com/";

    /// <summary>Served until autumn 2025; most of its files are gone.</summary>
    public const string Legacy = "images-public.x.ai";

    /// <summary>Hosts that serve anybody.</summary>
    public static IReadOnlyList<string> Public { get; } = ["imagine-public.x.ai", Legacy];

    /// <summary>Hosts that serve only the account that made the file.</summary>
    public static IReadOnlyList<string> Cookie { get; } = ["assets.grok.com"];

    /// <summary>What the host asks for, or null for one that is not Grok's.</summary>
    /// <param name="host">Its name in lower case.</param>
    public static HostAccess? FindAccess(string host) =>
        Public.Contains(host) ? HostAccess.Public : Cookie.Contains(host) ? HostAccess.Cookie : null;
}
