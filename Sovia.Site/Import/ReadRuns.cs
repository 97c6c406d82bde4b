using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Reads import runs.</summary>
public sealed class ReadRuns(IQuerySession session, DatabaseRetry database)
{
    /// <summary>What the database is waited for at the moment, in words; null where it is not.</summary>
    public string? Trouble => database.Trouble;

    /// <summary>One run, or null.</summary>
    public Task<ImportRun?> ByIdAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportRun>(id, ct);

    /// <summary>What a run at its preview would bring, or null.</summary>
    public Task<ImportPreview?> PreviewAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportPreview>(id, ct);

    /// <summary>The latest runs, newest first.</summary>
    public Task<IReadOnlyList<ImportRun>> RecentAsync(int count, CancellationToken ct) =>
        session.Query<ImportRun>().OrderByDescending(run => run.StartedAt).Take(count).ToListAsync(ct);
}
