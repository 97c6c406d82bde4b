using Sovia.MediaFiles.Downloads.Fetching;
using Sovia.MediaFiles.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>Why bytes are not here, in words.</summary>
public static class ReasonWords
{
    /// <summary>The words for a <see cref="MissingReason"/> or a <see cref="FaultCode"/>; a code that is not known here stands for itself.</summary>
    public static string Of(string reason) => reason switch
    {
        MissingReason.NeverTried => "Public, not downloaded yet",
        MissingReason.CookieBound => "Sign-in required",
        MissingReason.LegacyHost => "Legacy host (often unavailable)",
        MissingReason.DriveMissing => "Drive not connected",
        MissingReason.Damaged => "Saved, but damaged",
        MissingReason.UnknownHost => "Unknown host",
        MissingReason.NoAddress => "No download link",
        FaultCode.Gone => "Download failed: no longer available",
        FaultCode.Forbidden => "Download failed: access denied",
        FaultCode.TooMany => "Download failed: too many requests",
        FaultCode.ServerError => "Download failed: server error",
        FaultCode.WrongType => "Download failed: wrong file type",
        FaultCode.WrongLength => "Download failed: incomplete file",
        FaultCode.TooLarge => "Download failed: file too large",
        FaultCode.Placeholder => "Download failed: placeholder video",
        FaultCode.Redirect or FaultCode.PrivateAddress => "Download failed: redirect not allowed",
        FaultCode.Unreachable => "Download failed: host unreachable",
        FaultCode.Timeout => "Download failed: timed out",
        _ => $"Download failed: {reason.Replace('-', ' ')}",
    };
}
