using Sovia.Downloads.Fetching;
using Sovia.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>Display texts for the reasons why files are missing.</summary>
public static class MissingReasonText
{
    /// <summary>
    /// Returns the text for a <see cref="MissingReason"/> or a <see cref="DownloadErrorCode"/>; returns an unknown code unchanged.
    /// </summary>
    public static string Describe(string reason) => reason switch
    {
        MissingReason.NeverTried => "Public, not downloaded yet",
        MissingReason.CookieBound => "Sign-in required",
        MissingReason.LegacyHost => "Legacy host (often unavailable)",
        MissingReason.DriveMissing => "Drive not connected",
        MissingReason.Damaged => "Saved, but damaged",
        MissingReason.UnknownHost => "Unknown host",
        MissingReason.NoAddress => "No download link",
        DownloadErrorCode.Gone => "Download failed: no longer available",
        DownloadErrorCode.Forbidden => "Download failed: access denied",
        DownloadErrorCode.TooMany => "Download failed: too many requests",
        DownloadErrorCode.ServerError => "Download failed: server error",
        DownloadErrorCode.WrongType => "Download failed: wrong file type",
        DownloadErrorCode.WrongLength => "Download failed: incomplete file",
        DownloadErrorCode.TooLarge => "Download failed: file too large",
        DownloadErrorCode.Placeholder => "Download failed: placeholder video",
        DownloadErrorCode.Redirect or DownloadErrorCode.PrivateAddress => "Download failed: redirect not allowed",
        DownloadErrorCode.Unreachable => "Download failed: host unreachable",
        DownloadErrorCode.Timeout => "Download failed: timed out",
        _ => $"Download failed: {reason.Replace('-', ' ')}",
    };
}
