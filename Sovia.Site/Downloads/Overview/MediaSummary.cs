using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>Saved and missing posts of the library. Stubs are not counted, because it is unknown whether they exist.</summary>
/// <param name="Cells">The counts by every combination of host, kind and reason.</param>
public sealed record MediaSummary(IReadOnlyList<MediaSummaryCell> Cells)
{
    /// <summary>All posts.</summary>
    public long Total => Cells.Sum(cell => cell.Count);

    /// <summary>Posts whose files are saved.</summary>
    public long Safe => Cells.Where(cell => cell.IsSafe).Sum(cell => cell.Count);

    /// <summary>Posts whose files are damaged.</summary>
    public long Damaged => Cells.Where(cell => cell.Reason == MissingReason.Damaged).Sum(cell => cell.Count);

    /// <summary>Posts whose files are missing or damaged.</summary>
    public long Missing => Total - Safe;

    /// <summary>Missing posts on public hosts, which can be downloaded at once.</summary>
    public long MissingPublic => CountMissing(HostAccess.Public);

    /// <summary>Missing posts on hosts that require sign-in.</summary>
    public long MissingSignIn => CountMissing(HostAccess.Cookie);

    /// <summary>
    /// Saved and missing posts by host, most missing first; the name is empty for posts without a URL.
    /// </summary>
    public IReadOnlyList<(string Host, long Safe, long Missing)> ByHost => SummarizeBy(cell => cell.Host);

    /// <summary>Saved and missing posts by kind.</summary>
    public IReadOnlyList<(MediaKind Kind, long Safe, long Missing)> ByKind => SummarizeBy(cell => cell.Kind);

    /// <summary>
    /// Missing posts by <see cref="MissingReason"/> or <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>, most first.
    /// </summary>
    public IReadOnlyList<(string Reason, long Missing)> ByReason =>
        [.. Cells.Where(cell => !cell.IsSafe).GroupBy(cell => cell.Reason!, cell => cell.Count).Select(group => (group.Key, group.Sum()))
            .OrderByDescending(pair => pair.Item2)];

    private long CountMissing(HostAccess access) =>
        Cells.Where(cell => !cell.IsSafe && MediaHosts.FindAccess(cell.Host) == access).Sum(cell => cell.Count);

    private List<(TKey, long, long)> SummarizeBy<TKey>(Func<MediaSummaryCell, TKey> keySelector) =>
        [.. Cells.GroupBy(keySelector)
            .Select(group => (group.Key, Safe: group.Where(cell => cell.IsSafe).Sum(cell => cell.Count),
                Missing: group.Where(cell => !cell.IsSafe).Sum(cell => cell.Count)))
            .OrderByDescending(row => row.Missing).ThenByDescending(row => row.Safe)];
}
