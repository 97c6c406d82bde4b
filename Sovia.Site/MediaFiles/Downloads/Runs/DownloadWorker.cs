using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage;

namespace Sovia.MediaFiles.Downloads.Runs;

/// <summary>
/// Goes on with the runs that users started: here, in an earlier process, or in one that died. Whichever process has the
/// lock does it.
/// </summary>
public sealed partial class DownloadWorker(
    DownloadBell bell, DownloadLock downloadLock, DownloadBook book, RunDownload download, TimeProvider clock, ILogger<DownloadWorker> logger) : BackgroundService
{
    private const int LongestReason = 1_000;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await book.HasWorkAsync(stoppingToken)) await WorkAsync(stoppingToken);
            }
            catch (Exception e) when (DatabaseFault.Passes(e))
            {
                LogDatabaseAway(e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFault(e);
            }
            await bell.HearAsync(stoppingToken);
        }
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        await using var held = await downloadLock.TryAcquireAsync(ct);
        if (held is null) return;
        while (await book.NextAsync(ct) is { } run)
        {
            try
            {
                var done = await download.RunAsync(run, ct);
                LogRun(done.Id, done.State, done.Counts.Done, done.Counts.Wanted ?? 0, done.Reason);
            }
            catch (Exception e) when (e is not OperationCanceledException && !DatabaseFault.Passes(e))
            {
                LogFailed(e, run.Id);
                await book.SaveAsync(run with
                {
                    State = DownloadState.Failed,
                    FinishedAt = clock.GetUtcNow(),
                    Reason = $"{KeptText.Line(DatabaseTrouble.Explain(e) ?? $"Something went wrong that this version does not know: {e.Message}", LongestReason)} What came home stays.",
                }, ct);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Download {Run} is {State}: {Done} of {Wanted} files {Reason}")]
    private partial void LogRun(Guid run, DownloadState state, int done, int wanted, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Download {Run} failed")]
    private partial void LogFailed(Exception e, Guid run);

    [LoggerMessage(Level = LogLevel.Error, Message = "Downloads could not be looked after; they are tried again in a while")]
    private partial void LogFault(Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); downloads go on when it does")]
    private partial void LogDatabaseAway(string reason);
}
