using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Says in a sentence why a run failed.</summary>
internal static class FailureWords
{
    private const int Longest = 1_000;

    /// <summary>The reason, for the user.</summary>
    public static string Of(Exception e) => KeptText.Line(
        e is CannotStartException or JobGivenUpException ? e.Message : DatabaseTrouble.Explain(e) ?? $"Unexpected error: {e.Message}", Longest);
}
