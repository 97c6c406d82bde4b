using Sovia.MediaFiles.Downloads.Fetching;
using Sovia.MediaFiles.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>Why bytes are not here, in words.</summary>
public static class ReasonWords
{
    /// <summary>The words for a <see cref="MissingReason"/> or a <see cref="FaultCode"/>; a code that is not known here stands for itself.</summary>
    public static string Of(string reason) => reason switch
    {
        MissingReason.NeverTried => "Public, not fetched yet",
        MissingReason.CookieBound => "Behind a login",
        MissingReason.LegacyHost => "On the old host",
        MissingReason.DriveMissing => "On a drive that is away",
        MissingReason.Damaged => "Here, but damaged",
        MissingReason.UnknownHost => "On an unknown host",
        MissingReason.NoAddress => "No address known",
        _ => $"Tried: {reason.Replace('-', ' ')}",
    };
}
