using System.Collections.Immutable;
using Sovia.Downloads.Fetching;

namespace Sovia.Downloads.Runs;

/// <summary>Counts the results of a run and collects the changes to save next. Thread-safe.</summary>
internal sealed class DownloadProgress(DownloadRun run, int faultsInARow)
{
    private static readonly HashSet<string> NetworkErrors =
        [DownloadErrorCode.TooMany, DownloadErrorCode.Unreachable, DownloadErrorCode.Timeout, DownloadErrorCode.ServerError];
    private readonly Lock syncLock = new();
    private readonly Dictionary<Guid, DownloadProblem?> pendingChanges = [];
    private DownloadCounts counts = run.Counts;
    private int streak;

    /// <summary>The reason why the run has to pause; null while it can continue.</summary>
    public string? PauseReason { get; private set; }

    /// <summary>Records a downloaded file.</summary>
    public void AddDownloaded(Guid post, long bytes)
    {
        lock (syncLock)
        {
            streak = 0;
            pendingChanges[post] = null;
            counts = counts with { Done = counts.Done + 1, Bytes = counts.Bytes + bytes };
        }
    }

    /// <summary>Records a failed file.</summary>
    public void AddFailed(DownloadProblem problem)
    {
        lock (syncLock)
        {
            if (problem.Code == DownloadErrorCode.DiskFull)
            {
                PauseReason = problem.Reason;
                return;
            }
            streak = NetworkErrors.Contains(problem.Code) ? streak + 1 : 0;
            if (streak >= faultsInARow) PauseReason = $"{streak} consecutive files failed: {problem.Reason} Resume once this is fixed.";
            pendingChanges[problem.Id] = problem;
            var failed = counts.Failed.ToImmutableDictionary();
            counts = counts with { Failed = failed.SetItem(problem.Code, failed.GetValueOrDefault(problem.Code) + 1) };
        }
    }

    /// <summary>Records that a file turned out to be a placeholder, and uncounts it if this run had counted it as downloaded.</summary>
    public void AddPlaceholder(DownloadProblem problem, bool wasOfThisRun)
    {
        lock (syncLock)
            if (wasOfThisRun) counts = counts with { Done = Math.Max(0, counts.Done - 1) };
        AddFailed(problem);
    }

    /// <summary>
    /// Returns the run with its current counts, and the changes since the last call: a problem per post, or null to delete a solved one.
    /// </summary>
    public (DownloadRun Run, IReadOnlyDictionary<Guid, DownloadProblem?> News) DrainChanges()
    {
        lock (syncLock)
        {
            var changes = pendingChanges.ToDictionary();
            pendingChanges.Clear();
            var attempted = counts.Done + counts.Failed.Values.Sum();
            return (run with { Counts = counts with { Total = Math.Max(counts.Total ?? 0, attempted) } }, changes);
        }
    }
}
