using System.Runtime.CompilerServices;
using Sovia.Downloads.Fetching;

namespace Sovia.Downloads.Runs;

/// <summary>
/// Downloads the files of one run. Progress is derived from the files on disk and the stored problems, so the run can be interrupted at any
/// point and restarted.
/// </summary>
public sealed class RunDownload(FindMissingFiles find, DownloadFile download, DownloadFolder downloadFolder, DownloadRunStore runs,
    DownloadOptions options, TimeProvider clock)
{
    /// <summary>Downloads until every file has been tried, the user pauses or cancels, or an obstacle forces a pause.</summary>
    /// <param name="run">A stored run; only the holder of the lease of <see cref="DownloadJob"/> may write it.</param>
    /// <param name="ct">Stops at once; the run keeps its state and can continue later.</param>
    public async Task<DownloadRun> RunAsync(DownloadRun run, CancellationToken ct)
    {
        if (!downloadFolder.TryCreate())
            return await runs.SaveAsync(
                run with { State = DownloadState.Paused, Reason = $"Media folder not found: {downloadFolder.Root}" }, ct);
        var (startedRun, failedPostIds) = await runs.BeginAsync(run, find, ct);
        var progress = new DownloadProgress(startedRun, options.MaxConsecutiveErrors);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var watchSource = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watchTask = WatchAsync(progress, stop, watchSource.Token);
        DownloadCommand? command;
        try
        {
            var throttle = new HostThrottle(options, clock);
            await Parallel.ForEachAsync(
                ReadFilesAsync(startedRun, failedPostIds, stop.Token),
                new ParallelOptions { MaxDegreeOfParallelism = options.MaxPerHost * options.Hosts.Count, CancellationToken = stop.Token },
                (missingFile, token) => new(DownloadOneAsync(missingFile, run.Id, throttle, progress, stop, token)));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }
        finally
        {
            await watchSource.CancelAsync();
            command = await watchTask;
        }
        ct.ThrowIfCancellationRequested();
        return await runs.FinishAsync(progress, command, ct);
    }

    private async IAsyncEnumerable<MissingFile> ReadFilesAsync(DownloadRun run, HashSet<Guid> failedPostIds,
        [EnumeratorCancellation] CancellationToken ct)
    {
        // Two posts may share one URL, and it is downloaded once for both.
        var targets = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var batch in find.ReadBatchesAsync(run.Files, ct))
            foreach (var missingFile in batch.Where(missingFile => !failedPostIds.Contains(missingFile.PostId)
                && targets.Add(missingFile.Target)))
                yield return missingFile;
    }

    private async Task DownloadOneAsync(MissingFile missingFile, Guid runId, HostThrottle throttle, DownloadProgress progress,
        CancellationTokenSource stop, CancellationToken ct)
    {
        using var slot = await throttle.AcquireAsync(missingFile.Host, ct);
        DownloadProblem CreateProblem(Guid post, string code, string reason, string url) =>
            new() { Id = post, RunId = runId, Code = code, Reason = reason, Url = url, At = clock.GetUtcNow() };
        try
        {
            var bytes = await download.RunAsync(missingFile, runId, clip => progress.AddPlaceholder(
                CreateProblem(clip.PostId, DownloadErrorCode.Placeholder, DownloadFile.PlaceholderReason,
                    $"https://{clip.Target["https_/".Length..]}"), clip.RunId == runId), ct);
            progress.AddDownloaded(missingFile.PostId, bytes);
        }
        catch (DownloadException e)
        {
            progress.AddFailed(CreateProblem(missingFile.PostId, e.Code, e.Message, missingFile.Url));
        }
        if (progress.PauseReason is not null) await stop.CancelAsync();
    }

    // Periodically saves progress and checks for a command from the user.
    private async Task<DownloadCommand?> WatchAsync(DownloadProgress progress, CancellationTokenSource stop, CancellationToken watchToken)
    {
        using var timer = new PeriodicTimer(options.SaveInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(watchToken))
                if (await runs.SaveProgressAsync(progress, watchToken) is { } command)
                {
                    await stop.CancelAsync();
                    return command;
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
