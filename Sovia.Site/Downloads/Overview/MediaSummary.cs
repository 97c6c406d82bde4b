using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>How much of the library is safe on this machine. Stubs are not counted: nobody knows whether they exist.</summary>
/// <param name="Cells">The counts, apart by all that can be asked for.</param>
public sealed record MediaSummary(IReadOnlyList<MediaSummaryCell> Cells)
{
    /// <summary>All posts.</summary>
    public long Total => Cells.Sum(cell => cell.Count);

    /// <summary>Posts whose bytes are here.</summary>
    public long Safe => Cells.Where(cell => cell.IsSafe).Sum(cell => cell.Count);

    /// <summary>Posts whose bytes are here, but not whole.</summary>
    public long Damaged => Cells.Where(cell => cell.Reason == MissingReason.Damaged).Sum(cell => cell.Count);

    /// <summary>Posts whose bytes are not here, or not whole.</summary>
    public long Missing => Total - Safe;

    /// <summary>Missing posts on hosts that serve anybody: these can be downloaded at once.</summary>
    public long MissingPublic => MissingOn(MediaHosts.Public);

    /// <summary>Missing posts on hosts that serve only a signed-in browser.</summary>
    public long MissingSignIn => MissingOn(MediaHosts.Cookie);

    /// <summary>
    /// Safe and missing posts of each host, the one that most are missing from first; an empty name for posts without an address.
    /// </summary>
    public IReadOnlyList<(string Host, long Safe, long Missing)> ByHost => By(cell => cell.Host);

    /// <summary>Safe and missing posts of each kind.</summary>
    public IReadOnlyList<(MediaKind Kind, long Safe, long Missing)> ByKind => By(cell => cell.Kind);

    /// <summary>
    /// Missing posts by <see cref="MissingReason"/> or <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>, most first.
    /// </summary>
    public IReadOnlyList<(string Reason, long Missing)> ByReason =>
        [.. Cells.Where(cell => !cell.IsSafe).GroupBy(cell => cell.Reason!, cell => cell.Count).Select(same => (same.Key, same.Sum()))
            .OrderByDescending(pair => pair.Item2)];

    private long MissingOn(IReadOnlyList<string> hosts) =>
        Cells.Where(cell => !cell.IsSafe && hosts.Contains(cell.Host)).Sum(cell => cell.Count);

    private List<(TKey, long, long)> By<TKey>(Func<MediaSummaryCell, TKey> key) =>
        [.. Cells.GroupBy(key)
            .Select(same => (same.Key, Safe: same.Where(cell => cell.IsSafe).Sum(cell => cell.Count),
                Missing: same.Where(cell => !cell.IsSafe).Sum(cell => cell.Count)))
            .OrderByDescending(row => row.Missing).ThenByDescending(row => row.Safe)];
}
