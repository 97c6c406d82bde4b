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
        _ => $"Tried: {reason.Replace('-', ' ')}",
    };
}
