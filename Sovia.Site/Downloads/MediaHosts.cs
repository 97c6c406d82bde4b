namespace Sovia.Downloads;

/// <summary>The hosts that Grok serves media from, and the access each requires. Sovia never downloads from any other host.</summary>
public static class MediaHosts
{
    /// <summary>The Referer that cookie-bound hosts require.</summary>
    public const string Referer = "https://grok.com/";

    /// <summary>The host in use until autumn 2025; most of its files are gone.</summary>
    public const string Legacy = "images-public.x.ai";

    /// <summary>Hosts that need no sign-in.</summary>
    public static IReadOnlyList<string> Public { get; } = ["imagine-public.x.ai", Legacy];

    /// <summary>Hosts that serve a file only to the account that created it.</summary>
    public static IReadOnlyList<string> Cookie { get; } = ["assets.grok.com"];

    /// <summary>Returns the access that a host requires, or null if it is not one of Grok's.</summary>
    /// <param name="host">The host name in lower case.</param>
    public static HostAccess? FindAccess(string host) =>
        Public.Contains(host) ? HostAccess.Public : Cookie.Contains(host) ? HostAccess.Cookie : null;
}
