using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Describes in a sentence why a run failed.</summary>
internal static class ImportFailureMessage
{
    private const int MaxLength = 1_000;

    /// <summary>Returns the reason, for the user.</summary>
    public static string FromException(Exception e) => StorableText.SanitizeLine(
        e is StartupException or JobRetriesExhaustedException ? e.Message : DatabaseErrors.Explain(e) ?? $"Unexpected error: {e.Message}",
        MaxLength);
}
