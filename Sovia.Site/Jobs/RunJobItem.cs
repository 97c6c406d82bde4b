using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// Runs one item of a job. Rethrows a transient fault for the caller to retry, unless retries are exhausted; any other fault fails the
/// item.
/// </summary>
public sealed partial class RunJobItem(IServiceScopeFactory scopes, JobRowStore rows, JobBlockedReasons blockedReasons, TimeProvider clock,
    ILogger<RunJobItem> logger)
{
    /// <summary>The maximum number of consecutive attempts without a stable one; after that the item fails.</summary>
    public const int MaxAttempts = 30;

    /// <summary>
    /// The minimum time for which transient faults are retried, whatever the number of attempts, because freeing disk space, for example,
    /// takes longer than a minute.
    /// </summary>
    public static readonly TimeSpan MinRetryDuration = TimeSpan.FromHours(1);

    /// <summary>Runs the item to its end, or fails it.</summary>
    public async Task RunAsync(string job, string item, CancellationToken ct)
    {
        var row = await rows.BeginAttemptAsync(job, item, ct);
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetJob(job);
        try
        {
            if (row.HasExhaustedRetries(clock.GetUtcNow())) throw new JobRetriesExhaustedException(row.Attempts - 1, row.Trouble);
            await RunWithHeartbeatsAsync(work, row, item, ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            await rows.RevertAttemptAsync(row.WithHeartbeat(clock.GetUtcNow()));
            throw;
        }
        catch (Exception e) when (DatabaseErrorClassifier.IsTransient(e))
        {
            row = row.WithHeartbeat(clock.GetUtcNow());
            var reason = $"{DatabaseErrors.Explain(e)} {DescribeAttempt(row.Attempts)}";
            blockedReasons.Set(row.Id, reason);
            await rows.RecordFaultAsync(row, reason, ct);
            throw;
        }
        catch (Exception e)
        {
            LogFailed(e, job, item);
            if (!await FailAsync(work, item, e, ct)) return;
        }
        blockedReasons.Remove(row.Id);
        await rows.DeleteAsync(row, ct);
    }

    private async Task RunWithHeartbeatsAsync(IJob work, JobRow row, string item, CancellationToken ct)
    {
        using var heartbeatCancellation = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var heartbeatTask = rows.SendHeartbeatsAsync(row, heartbeatCancellation.Token);
        using var reasonRemoval = blockedReasons.ScheduleRemoval(row.Id);
        try
        {
            await work.RunAsync(item, ct);
        }
        finally
        {
            await heartbeatCancellation.CancelAsync();
            await heartbeatTask;
        }
    }

    // If the failure cannot be recorded either, the item must not block the others; the next sweep tries it again.
    private async Task<bool> FailAsync(IJob work, string item, Exception fault, CancellationToken ct)
    {
        try
        {
            await work.FailAsync(item, fault, DatabaseErrors.Explain(fault) ?? fault.Message, ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && !DatabaseErrorClassifier.IsTransient(e))
        {
            LogNotFailed(e, work.Name, item);
            return false;
        }
    }

    private static string DescribeAttempt(int attempts) =>
        attempts <= MaxAttempts ? $"Attempt {attempts} of {MaxAttempts}. Sovia keeps trying for an hour."
        : $"Attempt {attempts}. Sovia keeps trying for an hour.";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} {Item} failed")]
    private partial void LogFailed(Exception e, string job, string item);

    [LoggerMessage(Level = LogLevel.Error, Message = "Can't mark {Job} {Item} as failed. Retrying soon.")]
    private partial void LogNotFailed(Exception e, string job, string item);
}
