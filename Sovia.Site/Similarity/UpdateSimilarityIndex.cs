using Sovia.Jobs;

namespace Sovia.Similarity;

/// <summary>Updates the index of a library to its current content, incrementally or by a full rebuild.</summary>
public sealed class UpdateSimilarityIndex(ReadFamilyTexts read, ReadContentChanges changes)
{
    // How many families are tokenized at a time, and how many such batches may be queued.
    private const int Heap = 5_000, Waiting = 3;

    // Building an index larger than this leaves garbage of several times its size, which is then collected.
    private const int Large = 20_000;

    /// <summary>Returns the updated index.</summary>
    /// <param name="library">The library.</param>
    /// <param name="known">The existing index; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<VersionedSimilarityIndex> RunAsync(string library, VersionedSimilarityIndex? known, CancellationToken ct)
    {
        // Read before the families, so that concurrent changes are included in the next update too.
        var now = await changes.ReadSinceAsync(library, known?.Stamp ?? "", known?.Version ?? 0, ct);
        if (now.Stamp.Length == 0) return VersionedSimilarityIndex.Empty;
        // If much has changed, a full rebuild is faster.
        var index = known is not null && now.Families is { } some && some.Count <= (known.Index.Count / 4) + 1_000
            ? await ChangedAsync(library, known.Index, some, ct)
            : await BuiltAsync(library, ct);
        return new(index, now.Stamp, now.Version);
    }

    private async Task<SimilarityIndex> ChangedAsync(string library, SimilarityIndex index, IReadOnlyCollection<Guid> ids,
        CancellationToken ct)
    {
        if (ids.Count == 0) return index;
        var changed = new List<FamilyTerms>(ids.Count);
        await foreach (var (facts, texts) in read.ReadByIdsAsync(library, [.. ids], ct))
            changed.Add(new(facts, TermExtractor.ExtractFromLines(texts)));
        var gone = ids.Except(changed.Select(family => family.Facts.Id)).ToList();
        return await CpuScheduler.Run(() => index.WithChanges(changed, gone));
    }

    private async Task<SimilarityIndex> BuiltAsync(string library, CancellationToken ct)
    {
        var (parts, cutting, heap) = (new List<IndexSegment>(), new Queue<Task<IndexSegment>>(),
            new List<(FamilyFacts Facts, string Texts)>(Heap));
        await foreach (var family in read.ReadAllAsync(library, ct))
        {
            heap.Add(family);
            if (heap.Count < Heap) continue;
            await CutAsync(Waiting);
            heap = new(Heap);
        }
        await CutAsync(0);
        var index = await CpuScheduler.Run(() => SimilarityIndex.FromSegments(parts));
        parts.Clear();
        if (index.Count > Large) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return index;

        async Task CutAsync(int waiting)
        {
            var full = heap;
            cutting.Enqueue(
                CpuScheduler.Run(() =>
                    IndexSegment.Build(
                        [.. full.Select(family => new FamilyTerms(family.Facts, TermExtractor.ExtractFromLines(family.Texts)))])));
            while (cutting.Count > waiting) parts.Add(await cutting.Dequeue());
        }
    }
}
