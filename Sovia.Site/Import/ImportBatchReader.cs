using System.Runtime.CompilerServices;
using Sovia.Import.Containers;
using Sovia.Import.Json;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>
/// Reads a file in batches. One core finds the items, free cores normalise a few of them at a time, and the results keep the order of
/// the file.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="known">Number of items that an earlier attempt has written. Their issues are not reported again, and a batch ends after the
/// last of these items.</param>
/// <param name="onMedia">Called with each media file embedded in the file, before reading continues.</param>
/// <param name="owners">The accounts whose posts are read.</param>
internal sealed class ImportBatchReader(ImportableFile file, int known, Func<ExtractedMedia, CancellationToken, Task> onMedia,
    OwnerFilter owners)
{
    private const int MaxPendingTasks = 4;

    // Small batches are normalised one item at a time, so that they stay small.
    private readonly int itemsPerTask = Math.Clamp(file.PostsPerBatch / 40, 1, 64);

    private readonly Queue<(Task<(List<IncomingPost> Posts, List<ImportIssue> Issues)> Work, int Items)> pendingTasks = [];
    private List<JsonItem> itemsToNormalise = [];
    private int readCount;

    /// <summary>The batch that is not full yet; the last batch once everything is read.</summary>
    public ImportBatch RemainingBatch { get; private set; } = new();

    /// <summary>Number of items in <see cref="RemainingBatch"/> and all batches before it.</summary>
    public int ItemCount { get; private set; }

    /// <summary>Returns the full batches, each with the number of items in it and all batches before it.</summary>
    public async IAsyncEnumerable<(ImportBatch Batch, int Items)> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in ItemPrefetcher.PrefetchAsync(new SourceReader(new()).ReadAsync(file.Name, stream, file.ModifiedAt, ct),
            ct))
        {
            if (item.Media is { } media)
            {
                await onMedia(media, ct);
                continue;
            }
            itemsToNormalise.Add(item);
            readCount++;
            if (itemsToNormalise.Count < itemsPerTask && readCount != known) continue;
            StartNormalising();
            while (pendingTasks.Count > (readCount == known ? 0 : MaxPendingTasks))
                if (await CollectAsync()) yield return DetachBatch();
        }
        StartNormalising();
        while (pendingTasks.Count > 0)
            if (await CollectAsync() && pendingTasks.Count > 0) yield return DetachBatch();
    }

    /// <summary>Adds the items that were read before reading failed to <see cref="RemainingBatch"/>.</summary>
    public async Task DrainAsync()
    {
        StartNormalising();
        while (pendingTasks.Count > 0) await CollectAsync();
    }

    private void StartNormalising()
    {
        if (itemsToNormalise.Count == 0) return;
        var (jsonItems, _) = (itemsToNormalise, itemsToNormalise = []);
        pendingTasks.Enqueue((CpuScheduler.Run(() => NormaliseItems(jsonItems)), readCount));
    }

    private async Task<bool> CollectAsync()
    {
        var (task, totalItems) = pendingTasks.Dequeue();
        var (posts, issues) = await task;
        RemainingBatch.Add(posts);
        if (totalItems > known) RemainingBatch.Issues.AddRange(issues);
        ItemCount = totalItems;
        return RemainingBatch.IsFull(file) || totalItems == known;
    }

    private (ImportBatch Batch, int Items) DetachBatch()
    {
        var fullBatch = RemainingBatch;
        RemainingBatch = new();
        return (fullBatch, ItemCount);
    }

    private (List<IncomingPost> Posts, List<ImportIssue> Issues) NormaliseItems(List<JsonItem> jsonItems)
    {
        var (posts, issues) = (new List<IncomingPost>(), new List<ImportIssue>());
        foreach (var item in jsonItems)
        {
            if (item.Issue is { } issue) issues.Add(issue);
            else AddPosts(posts, issues, item);
            item.PooledDocument?.Release();
        }
        return (posts, issues);
    }

    // A bug that an item triggers rejects only that item.
    private void AddPosts(List<IncomingPost> posts, List<ImportIssue> issues, JsonItem item)
    {
        var oldCount = posts.Count;
        try
        {
            posts.AddRange(ItemNormaliser.NormaliseItem(item, file.Name, issues.Add)
                .Where(incoming => owners.Includes(incoming.Post.OwnerId)));
        }
        catch (Exception e) when (DatabaseErrorClassifier.IsDataError(e))
        {
            posts.RemoveRange(oldCount, posts.Count - oldCount);
            issues.Add(new(IssueCode.Refused, file.Name, item.Path, $"Sovia can't read this item ({e.GetType().Name}).", Rejected: true));
        }
    }
}
