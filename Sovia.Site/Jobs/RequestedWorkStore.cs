using System.Text.Json;
using Marten;

namespace Sovia.Jobs;

/// <summary>Requests work in the current library and reads its status.</summary>
public sealed class RequestedWorkStore(ISessionFactory sessions, EnqueueJob enqueue, TimeProvider clock)
{
    /// <summary>Requests the work. Does nothing if it is already requested or running.</summary>
    /// <param name="job">The job kind's name.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RequestAsync(string job, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<RequestedWork>(job, ct) is { EndedAt: null }) return;
        session.Store(new RequestedWork { Id = job, AskedAt = clock.GetUtcNow() });
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(job);
    }

    /// <summary>Reads the status of the work.</summary>
    public async Task<RequestedWorkStatus<TReport>> ReadStatusAsync<TReport>(string job, CancellationToken ct) where TReport : class
    {
        await using var session = sessions.QuerySession();
        if (await session.LoadAsync<RequestedWork>(job, ct) is not { } work) return new(false, null, null);
        return new(work.EndedAt is null, work.Report is { } report ? JsonSerializer.Deserialize<TReport>(report) : null, work.Failure);
    }
}
