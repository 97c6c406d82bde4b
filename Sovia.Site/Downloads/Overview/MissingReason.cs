using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>
/// Stable codes of why a post's bytes are not here, for those that were not tried in vain; the others bear their
/// <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.
/// </summary>
public static class MissingReason
{
    /// <summary>On a public host, and nobody has fetched it.</summary>
    public const string NeverTried = "never-tried";

    /// <summary>On a host that asks for the account's cookies.</summary>
    public const string CookieBound = "cookie-bound";

    /// <summary>On the host of 2025, which has lost most of its files.</summary>
    public const string LegacyHost = "legacy-host";

    /// <summary>It was here; its drive is not.</summary>
    public const string DriveMissing = "drive-missing";

    /// <summary>It is here, but not whole.</summary>
    public const string Damaged = "damaged";

    /// <summary>On a host that is not Grok's.</summary>
    public const string UnknownHost = "unknown-host";

    /// <summary>No source ever said where it is.</summary>
    public const string NoAddress = "no-address";

    /// <summary>The reason of a post that has no problem.</summary>
    public static string ForHost(string host, FileStatus fileStatus) =>
        fileStatus == FileStatus.Away ? DriveMissing
        : fileStatus == FileStatus.Damaged ? Damaged
        : host == "" ? NoAddress
        : host == MediaHosts.Legacy ? LegacyHost
        : MediaHosts.FindAccess(host) switch { HostAccess.Public => NeverTried, HostAccess.Cookie => CookieBound, _ => UnknownHost };
}
