using System.Runtime.CompilerServices;
using Sovia.MediaFiles.Downloads.Fetching;

namespace Sovia.MediaFiles.Downloads.Runs;

/// <summary>
/// Fetches the files of one run. What is done is told by the files that lie in their places, and what failed by the
/// problems that are stored; so it may die at any point and be run again.
/// </summary>
public sealed class RunDownload(FindWanted find, BringHome bring, MediaTarget place, DownloadBook book, DownloadOptions options, TimeProvider clock)
{
    /// <summary>Fetches until all is tried, the user orders otherwise, or something stands in the way.</summary>
    /// <param name="run">A stored run; only who has the lane of <see cref="DownloadJob"/> may write it.</param>
    /// <param name="ct">Stops at once; the run stays as it is and can go on later.</param>
    public async Task<DownloadRun> RunAsync(DownloadRun run, CancellationToken ct)
    {
        if (!place.IsReady()) return await book.SaveAsync(run with { State = DownloadState.Paused, Reason = $"Media folder not found: {place.Root}" }, ct);
        var (begun, failed) = await book.BeginAsync(run, find, ct);
        var tally = new RunTally(begun, options.FaultsInARow);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchAsync(tally, stop, over.Token);
        DownloadOrder? order;
        try
        {
            var gate = new HostGate(options, clock);
            await Parallel.ForEachAsync(
                FilesAsync(begun, failed, stop.Token),
                new ParallelOptions { MaxDegreeOfParallelism = options.PerHost * options.Hosts.Count, CancellationToken = stop.Token },
                (wanted, token) => new(OneAsync(wanted, run.Id, gate, tally, stop, token)));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }
        finally
        {
            await over.CancelAsync();
            order = await watching;
        }
        ct.ThrowIfCancellationRequested();
        return await book.EndAsync(tally, order, ct);
    }

    private async IAsyncEnumerable<Wanted> FilesAsync(DownloadRun run, HashSet<Guid> failed, [EnumeratorCancellation] CancellationToken ct)
    {
        // Two posts may have one address; one of them fetches it for both.
        var targets = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stretch in find.StretchesAsync(run.Files, ct))
            foreach (var wanted in stretch.Where(wanted => !failed.Contains(wanted.PostId) && targets.Add(wanted.Target)))
                yield return wanted;
    }

    private async Task OneAsync(Wanted wanted, Guid runId, HostGate gate, RunTally tally, CancellationTokenSource stop, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(wanted.Host, ct);
        DownloadProblem Problem(Guid post, string code, string reason, string url) => new() { Id = post, RunId = runId, Code = code, Reason = reason, Url = url, At = clock.GetUtcNow() };
        try
        {
            var bytes = await bring.FileAsync(wanted, runId, clip => tally.Withdraw(
                Problem(clip.PostId, FaultCode.Placeholder, BringHome.PlaceholderReason, $"https://{clip.Target["https_/".Length..]}"), clip.RunId == runId), ct);
            tally.Land(wanted.PostId, bytes);
        }
        catch (FaultException e)
        {
            tally.Fail(Problem(wanted.PostId, e.Code, e.Message, wanted.Url));
        }
        if (tally.Obstacle is not null) await stop.CancelAsync();
    }

    // Saves what was met since it last did, and hears what the user wants meanwhile.
    private async Task<DownloadOrder?> WatchAsync(RunTally tally, CancellationTokenSource stop, CancellationToken over)
    {
        using var timer = new PeriodicTimer(options.SaveEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
                if (await book.ProgressAsync(tally, over) is { } order)
                {
                    await stop.CancelAsync();
                    return order;
                }
        }
        catch (OperationCanceledException)
        {
        }
        catch
        {
            // Without a place to write progress to there is nothing to go on for; what it was is told when this is awaited.
            await stop.CancelAsync();
            throw;
        }
        return null;
    }
}
