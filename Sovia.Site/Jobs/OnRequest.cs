using System.Text.Json;
using Marten;

namespace Sovia.Jobs;

/// <summary>A kind of job that a button starts (<see cref="RequestWork"/>). It begins anew where its process died: what it has found by then it finds again quickly.</summary>
/// <typeparam name="TReport">What it has met so far, and at its end.</typeparam>
public abstract class OnRequest<TReport>(ISessionFactory sessions, TimeProvider clock) : IJob where TReport : class
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromMilliseconds(400);

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
        var latest = new Latest();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var saving = SaveAsync(latest, over.Token);
        TReport report;
        try
        {
            report = await WorkAsync(latest, ct);
        }
        finally
        {
            await over.CancelAsync();
            await saving;
        }
        await NoteAsync(work => work with { EndedAt = clock.GetUtcNow(), Report = JsonSerializer.Serialize(report) }, ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) =>
        NoteAsync(work => work with { EndedAt = clock.GetUtcNow(), Failure = $"It ended early: {reason} What was found until then stays." }, ct);

    /// <summary>Does it.</summary>
    protected abstract Task<TReport> WorkAsync(IProgress<TReport> progress, CancellationToken ct);

    private async Task SaveAsync(Latest latest, CancellationToken over)
    {
        try
        {
            using var timer = new PeriodicTimer(SaveEvery, clock);
            while (await timer.WaitForNextTickAsync(over))
                if (latest.Take() is { } report) await NoteAsync(work => work with { Report = JsonSerializer.Serialize(report) }, over);
        }
        catch (Exception e) when (e is OperationCanceledException || DatabaseFault.Of(e) is not null)
        {
            // Only the page would have shown it; the work itself finds out whether the database is there.
        }
    }

    private async Task NoteAsync(Func<RequestedWork, RequestedWork> change, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<RequestedWork>(Name, ct) is not { } work) return;
        session.Store(change(work));
        await session.SaveChangesAsync(ct);
    }

    private sealed class Latest : IProgress<TReport>
    {
        private TReport? report;

        public void Report(TReport value) => Volatile.Write(ref report, value);

        public TReport? Take() => Interlocked.Exchange(ref report, null);
    }
}
