using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Does one item of a job. A fault that passes is the caller's, to try again, as long as it has not come too often; any other fails the item.</summary>
public sealed partial class TryItem(IServiceScopeFactory scopes, JobRows rows, JobTroubles troubles, ILogger<TryItem> logger)
{
    /// <summary>How often an item is begun before it is given up.</summary>
    public const int MostAttempts = 30;

    /// <summary>Does it, or fails it.</summary>
    public async Task RunAsync(string job, string item, CancellationToken ct)
    {
        var row = await rows.BeginAsync(job, item, ct);
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetServices<IJob>().First(one => one.Name == job);
        try
        {
            await RunAsync(work, item, row, ct);
        }
        catch (Exception e) when (DatabaseFault.Passes(e) && !ct.IsCancellationRequested)
        {
            var trouble = $"{DatabaseTrouble.Explain(e)} Attempt {row.Attempts} of {MostAttempts}.";
            troubles.Note(row.Id, trouble);
            await rows.TroubleAsync(row, trouble, ct);
            throw;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(e, job, item);
            await work.FailAsync(item, e, DatabaseTrouble.Explain(e) ?? e.Message, ct);
        }
        catch
        {
            await rows.LeaveAsync(row);
            throw;
        }
        troubles.Forget(row.Id);
        await rows.EndAsync(row, ct);
    }

    private async Task RunAsync(IJob work, string item, JobRow row, CancellationToken ct)
    {
        if (row.Attempts > MostAttempts) throw new JobGivenUpException(row.Trouble);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} {Item} failed")]
    private partial void LogFailed(Exception e, string job, string item);
}
