using System.Text.Json;
using Marten;

namespace Sovia.Jobs;

/// <summary>A kind of job that a button starts (<see cref="RequestWork"/>). It begins anew where its process died: what it has found by then it finds again quickly.</summary>
/// <typeparam name="TReport">What it has met so far, and at its end.</typeparam>
public abstract class OnRequest<TReport>(ISessionFactory sessions, TimeProvider clock) : IJob where TReport : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public JobPlace Place => JobPlace.Anywhere;

    /// <inheritdoc/>
    public bool IsLong => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<RequestedWork>(Name, ct) is { EndedAt: null } ? [Name] : [];
    }

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        var progress = new SavedProgress<TReport>((report, ct) => NoteAsync(work => work with { Report = JsonSerializer.Serialize(report) }, ct), clock);
        var report = await progress.WhileAsync(() => WorkAsync(progress, ct), ct);
        await NoteAsync(work => work with { EndedAt = clock.GetUtcNow(), Report = JsonSerializer.Serialize(report) }, ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) =>
        NoteAsync(work => work with { EndedAt = clock.GetUtcNow(), Failure = $"Stopped early: {reason} Results so far are kept." }, ct);

    /// <summary>Does it.</summary>
    protected abstract Task<TReport> WorkAsync(IProgress<TReport> progress, CancellationToken ct);

    private async Task<bool> NoteAsync(Func<RequestedWork, RequestedWork> change, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<RequestedWork>(Name, ct) is not { } work) return false;
        session.Store(change(work));
        await session.SaveChangesAsync(ct);
        return true;
    }
}
