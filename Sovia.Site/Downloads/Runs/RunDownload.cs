using System.Runtime.CompilerServices;
using Sovia.Downloads.Fetching;

namespace Sovia.Downloads.Runs;

/// <summary>
/// Downloads the files of one run. Progress is derived from the files on disk and the stored problems, so the run can be interrupted at any
/// point and restarted.
/// </summary>
public sealed class RunDownload(FindMissingFiles find, DownloadFile bring, DownloadFolder place, DownloadRunStore book,
    DownloadOptions options, TimeProvider clock)
{
    /// <summary>Downloads until every file has been tried, the user pauses or cancels, or an obstacle forces a pause.</summary>
    /// <param name="run">A stored run; only the holder of the lease of <see cref="DownloadJob"/> may write it.</param>
    /// <param name="ct">Stops at once; the run keeps its state and can continue later.</param>
    public async Task<DownloadRun> RunAsync(DownloadRun run, CancellationToken ct)
    {
        if (!place.TryCreate())
            return await book.SaveAsync(run with { State = DownloadState.Paused, Reason = $"Media folder not found: {place.Root}" }, ct);
        var (begun, failed) = await book.BeginAsync(run, find, ct);
        var tally = new DownloadProgress(begun, options.MaxConsecutiveErrors);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = WatchAsync(tally, stop, over.Token);
        DownloadCommand? order;
        try
        {
            var gate = new HostThrottle(options, clock);
            await Parallel.ForEachAsync(
                FilesAsync(begun, failed, stop.Token),
                new ParallelOptions { MaxDegreeOfParallelism = options.MaxPerHost * options.Hosts.Count, CancellationToken = stop.Token },
                (missingFile, token) => new(OneAsync(missingFile, run.Id, gate, tally, stop, token)));
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
        return await book.FinishAsync(tally, order, ct);
    }

    private async IAsyncEnumerable<MissingFile> FilesAsync(DownloadRun run, HashSet<Guid> failed,
        [EnumeratorCancellation] CancellationToken ct)
    {
        // Two posts may share one URL, and it is downloaded once for both.
        var targets = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stretch in find.ReadBatchesAsync(run.Files, ct))
            foreach (var missingFile in stretch.Where(missingFile => !failed.Contains(missingFile.PostId)
                && targets.Add(missingFile.Target)))
                yield return missingFile;
    }

    private async Task OneAsync(MissingFile missingFile, Guid runId, HostThrottle gate, DownloadProgress tally,
        CancellationTokenSource stop, CancellationToken ct)
    {
        using var turn = await gate.AcquireAsync(missingFile.Host, ct);
        DownloadProblem Problem(Guid post, string code, string reason, string url) =>
            new() { Id = post, RunId = runId, Code = code, Reason = reason, Url = url, At = clock.GetUtcNow() };
        try
        {
            var bytes = await bring.RunAsync(missingFile, runId, clip => tally.AddPlaceholder(
                Problem(clip.PostId, DownloadErrorCode.Placeholder, DownloadFile.PlaceholderReason,
                    $"https://{clip.Target["https_/".Length..]}"), clip.RunId == runId), ct);
            tally.AddDownloaded(missingFile.PostId, bytes);
        }
        catch (DownloadException e)
        {
            tally.AddFailed(Problem(missingFile.PostId, e.Code, e.Message, missingFile.Url));
        }
        if (tally.PauseReason is not null) await stop.CancelAsync();
    }

    // Periodically saves progress and checks for a command from the user.
    private async Task<DownloadCommand?> WatchAsync(DownloadProgress tally, CancellationTokenSource stop, CancellationToken over)
    {
        using var timer = new PeriodicTimer(options.SaveInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
                if (await book.SaveProgressAsync(tally, over) is { } order)
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
            // Stops the run, because its progress cannot be saved. The exception surfaces when the caller awaits this task.
            await stop.CancelAsync();
            throw;
        }
        return null;
    }
}
