using System.Collections.Immutable;
using Sovia.Downloads.Fetching;

namespace Sovia.Downloads.Runs;

/// <summary>Counts what a run meets, from any thread, and keeps what is to be saved next.</summary>
internal sealed class DownloadProgress(DownloadRun run, int faultsInARow)
{
    private static readonly HashSet<string> OfTheNetwork =
        [DownloadErrorCode.TooMany, DownloadErrorCode.Unreachable, DownloadErrorCode.Timeout, DownloadErrorCode.ServerError];
    private readonly Lock one = new();
    private readonly Dictionary<Guid, DownloadProblem?> news = [];
    private DownloadCounts counts = run.Counts;
    private int inARow;

    /// <summary>Why the run cannot go on for now; null while it can.</summary>
    public string? PauseReason { get; private set; }

    /// <summary>Notes a file that is here.</summary>
    public void AddDownloaded(Guid post, long bytes)
    {
        lock (one)
        {
            inARow = 0;
            news[post] = null;
            counts = counts with { Done = counts.Done + 1, Bytes = counts.Bytes + bytes };
        }
    }

    /// <summary>Notes a file that did not come.</summary>
    public void AddFailed(DownloadProblem problem)
    {
        lock (one)
        {
            if (problem.Code == DownloadErrorCode.DiskFull)
            {
                PauseReason = problem.Reason;
                return;
            }
            inARow = OfTheNetwork.Contains(problem.Code) ? inARow + 1 : 0;
            if (inARow >= faultsInARow) PauseReason = $"{inARow} consecutive files failed: {problem.Reason} Resume once this is fixed.";
            news[problem.Id] = problem;
            var failed = counts.Failed.ToImmutableDictionary();
            counts = counts with { Failed = failed.SetItem(problem.Code, failed.GetValueOrDefault(problem.Code) + 1) };
        }
    }

    /// <summary>Takes back a file that was counted as here, for what it turned out to be.</summary>
    public void AddPlaceholder(DownloadProblem problem, bool wasOfThisRun)
    {
        lock (one)
            if (wasOfThisRun) counts = counts with { Done = Math.Max(0, counts.Done - 1) };
        AddFailed(problem);
    }

    /// <summary>The run with what was counted, and what to save with it: a problem, or null where an old one is solved.</summary>
    public (DownloadRun Run, IReadOnlyDictionary<Guid, DownloadProblem?> News) DrainChanges()
    {
        lock (one)
        {
            var taken = news.ToDictionary();
            news.Clear();
            var met = counts.Done + counts.Failed.Values.Sum();
            return (run with { Counts = counts with { Wanted = Math.Max(counts.Wanted ?? 0, met) } }, taken);
        }
    }
}
