using Marten;
using Sovia.Jobs;

namespace Sovia.Downloads.Runs;

/// <summary>Stores a command for whichever process executes the run.</summary>
public sealed class SendDownloadCommand(IDocumentSession session, EnqueueJob enqueue)
{
    /// <summary>Stores the command. Does nothing if the run has ended or does not exist.</summary>
    public async Task RunAsync(DownloadCommand command, CancellationToken ct)
    {
        if (await session.LoadAsync<DownloadRun>(command.Id, ct) is null or { HasEnded: true }) return;
        session.Store(command);
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(DownloadJob.JobName);
    }

    /// <summary>Returns the run with a command applied; a run that has ended is unchanged.</summary>
    public static DownloadRun ApplyCommand(DownloadRun run, DownloadCommand? command, DateTimeOffset now) =>
        (run.State, command?.State) switch
        {
            ({ }, null) => run,
            _ when run.HasEnded => run,
            (_, DownloadState.Cancelled) => run with { State = DownloadState.Cancelled, FinishedAt = now, Reason = null },
            (_, DownloadState.Paused) => run with { State = DownloadState.Paused },
            (DownloadState.Paused, DownloadState.Queued) => run with { State = DownloadState.Queued, Reason = null },
            _ => run,
        };
}
