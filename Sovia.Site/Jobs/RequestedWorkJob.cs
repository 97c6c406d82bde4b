using System.Text.Json;
using Marten;

namespace Sovia.Jobs;

/// <summary>
/// A job that runs on request (<see cref="RequestedWorkStore"/>). If its process dies, the job starts over and skips finished work.
/// </summary>
/// <typeparam name="TReport">The report of progress and of the result.</typeparam>
public abstract class RequestedWorkJob<TReport>(ISessionFactory sessions, TimeProvider clock) : IJob where TReport : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<RequestedWork>(Name, ct) is { EndedAt: null } ? [Name] : [];
    }

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        var progress =
            new ProgressSaver<TReport>((report, ct) => UpdateAsync(work => work with { Report = JsonSerializer.Serialize(report) }, ct),
                clock);
        var report = await progress.RunAsync(() => WorkAsync(progress, ct), ct);
        await UpdateAsync(work => work with { EndedAt = clock.GetUtcNow(), Report = JsonSerializer.Serialize(report) }, ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) =>
        UpdateAsync(work => work with { EndedAt = clock.GetUtcNow(), Failure = $"Stopped early: {reason} Results so far are kept." }, ct);

    /// <summary>Does the work.</summary>
    protected abstract Task<TReport> WorkAsync(IProgress<TReport> progress, CancellationToken ct);

    private async Task<bool> UpdateAsync(Func<RequestedWork, RequestedWork> change, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<RequestedWork>(Name, ct) is not { } work) return false;
        session.Store(change(work));
        await session.SaveChangesAsync(ct);
        return true;
    }
}
