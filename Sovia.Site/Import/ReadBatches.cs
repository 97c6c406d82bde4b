using System.Runtime.CompilerServices;
using Sovia.Import.Containers;
using Sovia.Import.Json;
using Sovia.Jobs;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Reads a file in batches. Items are found on one core, a few of them at a time are normalised on whichever is free, and they come out
/// in the order of the file.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="known">How many of its items an earlier attempt has written: of those no issue is told again, and a batch ends behind the last of them.</param>
/// <param name="onMedia">Called with media that stand in the file, before it is read on.</param>
internal sealed class ReadBatches(ImportFile file, int known, Func<FoundMedia, CancellationToken, Task> onMedia)
{
    private const int Ahead = 4;

    // Of small batches one item at a time, so that they stay small.
    private readonly int most = Math.Clamp(file.PostsPerBatch / 40, 1, 64);

    private readonly Queue<(Task<(List<Incoming> Posts, List<ImportIssue> Issues)> Work, int Items)> underWay = [];
    private List<JsonItem> gathered = [];
    private int items;

    /// <summary>What has not come out in a batch: the last of it once all is read.</summary>
    public ImportBatch Rest { get; private set; } = new();

    /// <summary>How many items are in <see cref="Rest"/> and all batches before it.</summary>
    public int Items { get; private set; }

    /// <summary>The full batches, each with how many items are in it and all before it.</summary>
    public async IAsyncEnumerable<(ImportBatch Batch, int Items)> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in ReadAhead.Of(new ReadSource(new()).ReadAsync(file.Name, stream, file.ModifiedAt, ct), ct))
        {
            if (item.Media is { } media)
            {
                await onMedia(media, ct);
                continue;
            }
            gathered.Add(item);
            items++;
            if (gathered.Count < most && items != known) continue;
            Begin();
            while (underWay.Count > (items == known ? 0 : Ahead))
                if (await TakeAsync()) yield return Out();
        }
        Begin();
        while (underWay.Count > 0)
            if (await TakeAsync() && underWay.Count > 0) yield return Out();
    }

    /// <summary>Takes in what was read before reading failed.</summary>
    public async Task DrainAsync()
    {
        Begin();
        while (underWay.Count > 0) await TakeAsync();
    }

    private void Begin()
    {
        if (gathered.Count == 0) return;
        var (work, _) = (gathered, gathered = []);
        underWay.Enqueue((Computing.Run(() => Normalised(work)), items));
    }

    private async Task<bool> TakeAsync()
    {
        var (work, at) = underWay.Dequeue();
        var (posts, issues) = await work;
        Rest.Add(posts);
        if (at > known) Rest.Issues.AddRange(issues);
        Items = at;
        return Rest.IsFull(file) || at == known;
    }

    private (ImportBatch Batch, int Items) Out()
    {
        var full = Rest;
        Rest = new();
        return (full, Items);
    }

    private (List<Incoming> Posts, List<ImportIssue> Issues) Normalised(List<JsonItem> work)
    {
        var (posts, issues) = (new List<Incoming>(), new List<ImportIssue>());
        foreach (var item in work)
        {
            if (item.Issue is { } issue) issues.Add(issue);
            else AddTo(posts, issues, item);
            item.Held?.Release();
        }
        return (posts, issues);
    }

    // A mistake of this program that one item brings out is that item's.
    private void AddTo(List<Incoming> posts, List<ImportIssue> issues, JsonItem item)
    {
        var before = posts.Count;
        try
        {
            posts.AddRange(Normalise.Item(item, file.Name, issues.Add));
        }
        catch (Exception e) when (DatabaseFault.IsOfTheData(e))
        {
            posts.RemoveRange(before, posts.Count - before);
            issues.Add(new(IssueCode.Refused, file.Name, item.Path, $"Unexpected content: {e.Message}", Rejected: true));
        }
    }
}
