using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Does one item of a job. A fault that passes is the caller's, to try again, as long as it has not come too often and for too long; any other fails the item.</summary>
public sealed partial class TryItem(IServiceScopeFactory scopes, JobRows rows, JobTroubles troubles, TimeProvider clock, ILogger<TryItem> logger)
{
    /// <summary>How often an item is begun, without going on for a while, before it is given up.</summary>
    public const int MostAttempts = 30;

    /// <summary>How long a fault that passes is waited for at the least, however often the item is begun meanwhile: room on a disk is not made in a minute.</summary>
    public static readonly TimeSpan LongestTrouble = TimeSpan.FromHours(1);

    /// <summary>Does it, or fails it.</summary>
    public async Task RunAsync(string job, string item, CancellationToken ct)
    {
        var row = await rows.BeginAsync(job, item, ct);
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.JobNamed(job);
        try
        {
            if (row.IsHopeless(clock.GetUtcNow())) throw new JobGivenUpException(row.Attempts - 1, row.Trouble);
            await WorkAsync(work, row, item, ct);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            await rows.LeaveAsync(row.At(clock.GetUtcNow()));
            throw;
        }
        catch (Exception e) when (DatabaseFault.Passes(e))
        {
            row = row.At(clock.GetUtcNow());
            var trouble = $"{DatabaseTrouble.Explain(e)} {Count(row.Attempts)}";
            troubles.Note(row.Id, trouble);
            await rows.TroubleAsync(row, trouble, ct);
            throw;
        }
        catch (Exception e)
        {
            LogFailed(e, job, item);
            if (!await FailAsync(work, item, e, ct)) return;
        }
        troubles.Forget(row.Id);
        await rows.EndAsync(row, ct);
    }

    private async Task WorkAsync(IJob work, JobRow row, string item, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var beating = rows.BeatAsync(row, over.Token);
        using var going = troubles.EndsInAWhile(row.Id);
        try
        {
            await work.RunAsync(item, ct);
        }
        finally
        {
            await over.CancelAsync();
            await beating;
        }
    }

    // An item that cannot even be failed keeps none of the others from their turn; it is tried again at the next sweep.
    private async Task<bool> FailAsync(IJob work, string item, Exception fault, CancellationToken ct)
    {
        try
        {
            await work.FailAsync(item, fault, DatabaseTrouble.Explain(fault) ?? fault.Message, ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && !DatabaseFault.Passes(e))
        {
            LogNotFailed(e, work.Name, item);
            return false;
        }
    }

    private static string Count(int attempts) =>
        attempts <= MostAttempts ? $"Attempt {attempts} of {MostAttempts}, and as many more as fit into an hour." : $"Attempt {attempts}; it goes on for an hour.";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} {Item} failed")]
    private partial void LogFailed(Exception e, string job, string item);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} {Item} could not be marked as failed; it is tried again in a moment")]
    private partial void LogNotFailed(Exception e, string job, string item);
}
