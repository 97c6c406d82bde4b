using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>
/// Stable codes for why a file is missing. Failed downloads use a <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/> instead.
/// </summary>
public static class MissingReason
{
    /// <summary>On a public host, and no download has been tried.</summary>
    public const string NeverTried = "never-tried";

    /// <summary>On a host that requires the account's cookies.</summary>
    public const string CookieBound = "cookie-bound";

    /// <summary>On the host of 2025, which has lost most of its files.</summary>
    public const string LegacyHost = "legacy-host";

    /// <summary>Saved on a drive that is not connected.</summary>
    public const string DriveMissing = "drive-missing";

    /// <summary>Saved, but the file is damaged.</summary>
    public const string Damaged = "damaged";

    /// <summary>On a host that is not Grok's.</summary>
    public const string UnknownHost = "unknown-host";

    /// <summary>No source states a URL.</summary>
    public const string NoAddress = "no-address";

    /// <summary>Returns the reason for a post without a download problem.</summary>
    public static string ForHost(string host, FileStatus fileStatus) =>
        fileStatus == FileStatus.Away ? DriveMissing
        : fileStatus == FileStatus.Damaged ? Damaged
        : host == "" ? NoAddress
        : host == MediaHosts.Legacy ? LegacyHost
        : MediaHosts.FindAccess(host) switch { HostAccess.Public => NeverTried, HostAccess.Cookie => CookieBound, _ => UnknownHost };
}
