using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>Posts that are alike in host, kind and reason.</summary>
/// <param name="Host">The host of their addresses; empty for none.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Reason">Why they are missing; null where they are safe.</param>
/// <param name="Count">How many.</param>
public sealed record MediaSummaryCell(string Host, MediaKind Kind, string? Reason, long Count)
{
    /// <summary>Whether their bytes are here.</summary>
    public bool IsSafe => Reason is null;
}
