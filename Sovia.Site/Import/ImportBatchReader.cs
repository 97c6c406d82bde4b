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
/// <param name="known">How many of its items an earlier attempt has written: of those no issue is told again, and a batch ends behind the
/// last of them.</param>
/// <param name="onMedia">Called with media that stand in the file, before it is read on.</param>
/// <param name="onlyOwner">The only account whose posts are read, besides posts of unknown owner; null to read all.</param>
internal sealed class ImportBatchReader(ImportableFile file, int known, Func<ExtractedMedia, CancellationToken, Task> onMedia,
    Guid? onlyOwner = null)
{
    private const int Ahead = 4;

    // Small batches are normalised one item at a time, so that they stay small.
    private readonly int most = Math.Clamp(file.PostsPerBatch / 40, 1, 64);

    private readonly Queue<(Task<(List<IncomingPost> Posts, List<ImportIssue> Issues)> Work, int Items)> underWay = [];
    private List<JsonItem> gathered = [];
    private int items;

    /// <summary>The batch that is not full yet; the last batch once everything is read.</summary>
    public ImportBatch RemainingBatch { get; private set; } = new();

    /// <summary>Number of items in <see cref="RemainingBatch"/> and all batches before it.</summary>
    public int ItemCount { get; private set; }

    /// <summary>Returns the full batches, each with the number of items in it and all batches before it.</summary>
    public async IAsyncEnumerable<(ImportBatch Batch, int Items)> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in ReadAhead.PrefetchAsync(new SourceReader(new()).ReadAsync(file.Name, stream, file.ModifiedAt, ct), ct))
        {
            if (item.Media is { } media)
            {
                await onMedia(media, ct);
                continue;
            }
            gathered.Add(item);
            items++;
            if (gathered.Count < most && items != known) continue;
            StartNormalising();
            while (underWay.Count > (items == known ? 0 : Ahead))
                if (await CollectAsync()) yield return DetachBatch();
        }
        StartNormalising();
        while (underWay.Count > 0)
            if (await CollectAsync() && underWay.Count > 0) yield return DetachBatch();
    }

    /// <summary>Adds the items that were read before reading failed to <see cref="RemainingBatch"/>.</summary>
    public async Task DrainAsync()
    {
        StartNormalising();
        while (underWay.Count > 0) await CollectAsync();
    }

    private void StartNormalising()
    {
        if (gathered.Count == 0) return;
        var (work, _) = (gathered, gathered = []);
        underWay.Enqueue((CpuScheduler.Run(() => NormaliseItems(work)), items));
    }

    private async Task<bool> CollectAsync()
    {
        var (work, at) = underWay.Dequeue();
        var (posts, issues) = await work;
        RemainingBatch.Add(posts);
        if (at > known) RemainingBatch.Issues.AddRange(issues);
        ItemCount = at;
        return RemainingBatch.IsFull(file) || at == known;
    }

    private (ImportBatch Batch, int Items) DetachBatch()
    {
        var full = RemainingBatch;
        RemainingBatch = new();
        return (full, ItemCount);
    }

    private (List<IncomingPost> Posts, List<ImportIssue> Issues) NormaliseItems(List<JsonItem> work)
    {
        var (posts, issues) = (new List<IncomingPost>(), new List<ImportIssue>());
        foreach (var item in work)
        {
            if (item.Issue is { } issue) issues.Add(issue);
            else AddTo(posts, issues, item);
            item.PooledDocument?.Release();
        }
        return (posts, issues);
    }

    // A bug that an item triggers rejects only that item.
    private void AddTo(List<IncomingPost> posts, List<ImportIssue> issues, JsonItem item)
    {
        var before = posts.Count;
        try
        {
            posts.AddRange(ItemNormaliser.NormaliseItem(item, file.Name, issues.Add)
                .Where(one => onlyOwner is null || one.Post.OwnerId is null || one.Post.OwnerId == onlyOwner));
        }
        catch (Exception e) when (DatabaseErrorClassifier.IsDataError(e))
        {
            posts.RemoveRange(before, posts.Count - before);
            issues.Add(new(IssueCode.Refused, file.Name, item.Path, $"Unexpected content: {e.Message}", Rejected: true));
        }
    }
}
