using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>A count of posts with the same host, kind and reason.</summary>
/// <param name="Host">The host of their URLs; empty for none.</param>
/// <param name="Kind">The kind of the posts.</param>
/// <param name="Reason">The reason why their files are missing; null if they are saved.</param>
/// <param name="Count">The number of posts.</param>
public sealed record MediaSummaryCell(string Host, MediaKind Kind, string? Reason, long Count)
{
    /// <summary>Whether the files are saved.</summary>
    public bool IsSafe => Reason is null;
}
