using Marten;
using Sovia.Jobs;
using Sovia.Library;

namespace Sovia.Curation;

/// <summary>Runs large batches one at a time.</summary>
public sealed class BatchJob(IQuerySession session, ContinueBatch continueBatch, EndBatch endBatch) : IJob
{
    /// <summary>The name of this kind of job.</summary>
    public const string JobName = "change";

    private const int MaxReasonLength = 1_000;

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        [.. (await session.Query<BatchWork>().OrderBy(work => work.Id).Select(work => work.Id).ToListAsync(ct))
            .Select(id => id.ToString())];

    /// <inheritdoc/>
    public Task RunAsync(string item, CancellationToken ct) => continueBatch.RunAsync(Guid.Parse(item), ct);

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) =>
        endBatch.RunAsync(Guid.Parse(item), BatchState.Failed,
            $"{StorableText.SanitizeLine(reason, MaxReasonLength)} Changes made so far are kept.", ct);
}
