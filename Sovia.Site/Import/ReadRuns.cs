using Marten;
using Sovia.Import.Previews;

namespace Sovia.Import;

/// <summary>Reads import runs.</summary>
public sealed class ReadRuns(IQuerySession session)
{
    /// <summary>One run, or null.</summary>
    public Task<ImportRun?> ByIdAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportRun>(id, ct);

    /// <summary>What a run at its preview would bring, or null.</summary>
    public Task<ImportPreview?> PreviewAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportPreview>(id, ct);

    /// <summary>The latest runs, newest first.</summary>
    public Task<IReadOnlyList<ImportRun>> RecentAsync(int count, CancellationToken ct) =>
        session.Query<ImportRun>().OrderByDescending(run => run.StartedAt).Take(count).ToListAsync(ct);
}
