using Sovia.Jobs;

namespace Sovia.Similarity;

/// <summary>Updates the index of a library to its current content, incrementally or by a full rebuild.</summary>
public sealed class UpdateSimilarityIndex(ReadFamilyTexts read, ReadContentChanges changes)
{
    // The number of families tokenized at a time, and the maximum number of such batches in the queue.
    private const int BatchSize = 5_000, MaxQueuedBatches = 3;

    /// <summary>Returns the updated index.</summary>
    /// <param name="library">The library.</param>
    /// <param name="known">The existing index; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<VersionedSimilarityIndex> RunAsync(string library, VersionedSimilarityIndex? known, CancellationToken ct)
    {
        // Read before the families, so that concurrent changes are included in the next update too.
        var contentChanges = await changes.ReadSinceAsync(library, known?.Stamp ?? "", known?.Version ?? 0, ct);
        if (contentChanges.Stamp.Length == 0) return VersionedSimilarityIndex.Empty;
        // If much has changed, a full rebuild is faster.
        var index = known is not null && contentChanges.Families is { } changedIds && changedIds.Count <= (known.Index.Count / 4) + 1_000
            ? await ApplyChangesAsync(library, known.Index, changedIds, ct)
            : await BuildAsync(library, ct);
        return new(index, contentChanges.Stamp, contentChanges.Version);
    }

    private async Task<SimilarityIndex> ApplyChangesAsync(string library, SimilarityIndex index, IReadOnlyCollection<Guid> ids,
        CancellationToken ct)
    {
        if (ids.Count == 0) return index;
        var changedFamilies = new List<FamilyTerms>(ids.Count);
        await foreach (var (facts, texts) in read.ReadByIdsAsync(library, [.. ids], ct))
            changedFamilies.Add(new(facts, TermExtractor.ExtractFromLines(texts)));
        var removedIds = ids.Except(changedFamilies.Select(family => family.Facts.Id)).ToList();
        return await CpuScheduler.Run(() => index.WithChanges(changedFamilies, removedIds));
    }

    private async Task<SimilarityIndex> BuildAsync(string library, CancellationToken ct)
    {
        var (batches, batchTasks, batch) = (new List<FamilyBatch>(), new Queue<Task<FamilyBatch>>(),
            new List<(FamilyFacts Facts, string Texts)>(BatchSize));
        await foreach (var family in read.ReadAllAsync(library, ct))
        {
            batch.Add(family);
            if (batch.Count < BatchSize) continue;
            await EnqueueBatchAsync(MaxQueuedBatches);
            batch = new(BatchSize);
        }
        await EnqueueBatchAsync(0);
        return await SimilarityIndex.BuildAsync(batches);

        async Task EnqueueBatchAsync(int maxPending)
        {
            var fullBatch = batch;
            batchTasks.Enqueue(
                CpuScheduler.Run(() =>
                    new FamilyBatch(
                        [.. fullBatch.Select(family => new FamilyTerms(family.Facts, TermExtractor.ExtractFromLines(family.Texts)))])));
            while (batchTasks.Count > maxPending) batches.Add(await batchTasks.Dequeue());
        }
    }
}
