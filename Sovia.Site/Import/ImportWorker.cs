using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>
/// Writes queued runs one after the other, and takes up those that an earlier process left unfinished. A database that goes
/// away is waited for: the run goes on from its last batch.
/// </summary>
public sealed partial class ImportWorker(
    ImportQueue queue, ImportSpool spool, IEnumerable<ImportOrigin> origins, ImportLock importLock, ImportFiles import, ISessionFactory sessions, TimeProvider clock, ILogger<ImportWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await PatientlyAsync(RecoverAsync, stoppingToken);
        await foreach (var run in queue.ReadAsync(stoppingToken))
            await PatientlyAsync(ct => WriteAsync(run, ct), stoppingToken);
    }

    private async Task WriteAsync(Guid id, CancellationToken ct)
    {
        await using var held = await importLock.AcquireAsync(ct);
        if (await LoadAsync(id, ct) is not { HasEnded: false } run)
        {
            spool.Remove(id);
            return;
        }
        try
        {
            var origin = origins.FirstOrDefault(origin => origin.Run == id);
            await import.RunAsync(run, origin?.Files(run) ?? spool.FilesOf(run), dryRun: false, progress: null, ct);
            if (origin is not null) await origin.Ended(ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException) && e.InnerException is not NpgsqlException)
        {
            LogFailed(e, id);
            await FailAsync(id, $"Something went wrong that this version does not know: {e.Message} What had gone in stays in; importing the same files again adds only the rest.", ct);
        }
        spool.Remove(id);
    }

    // While the lock is held nobody else writes, so a run that says it is being written and whose files are nowhere is dead.
    private async Task RecoverAsync(CancellationToken ct)
    {
        foreach (var run in spool.Waiting()) queue.Add(run);
        await using var held = await importLock.AcquireAsync(ct);
        await using var session = sessions.QuerySession();
        var open = await session.Query<ImportRun>().Where(run => run.State == ImportState.Importing || run.State == ImportState.Reading).ToListAsync(ct);
        foreach (var run in origins.Select(origin => origin.Run)) queue.Add(run);
        foreach (var run in open.Where(run => !spool.Holds(run.Id) && origins.All(origin => origin.Run != run.Id)))
            await FailAsync(run.Id, "The program ended before this import did. What had gone in stays in; importing the same files again adds only the rest.", ct);
    }

    private async Task FailAsync(Guid id, string reason, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(id, ct) is not { } run) return;
        session.Store(run with { State = ImportState.Failed, FinishedAt = clock.GetUtcNow(), Failure = reason });
        await session.SaveChangesAsync(ct);
    }

    private async Task<ImportRun?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<ImportRun>(id, ct);
    }

    private async Task PatientlyAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        for (var pause = TimeSpan.FromMilliseconds(250); ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await work(ct);
                return;
            }
            catch (Exception e) when (e is NpgsqlException || e.InnerException is NpgsqlException)
            {
                LogDatabaseAway(e.Message, pause.TotalSeconds);
                await Task.Delay(pause, clock, ct);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Run} failed")]
    private partial void LogFailed(Exception e, Guid run);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again in {Seconds} s")]
    private partial void LogDatabaseAway(string reason, double seconds);
}
