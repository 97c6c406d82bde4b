using Marten;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>What is in a locked collection stays as it is, whatever changes posts.</summary>
public sealed class LockedCollectionTests(SoviaHost host) : LargeBatchTest(host)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_undo_leaves_a_collection_alone_that_was_locked_since(bool isForced)
    {
        var posts = new[] { Make.Still(0), Make.Still(1) };
        await StoreAsync(posts);
        var (locked, open) = (await MakeAsync("Locked"), await MakeAsync("Open"));
        var batch = (await ChangeAsync(new() { Collect = [new(locked.Id, "Locked"), new(open.Id, "Open")], AddTags = ["sea"] },
            posts[0].Id)).Batch!;
        await LockAsync(locked.Id, true);
        var undone = await WithAsync((UndoBatch undo) => undo.RunAsync(batch.Id, default, isForced));
        Assert.Equal([(posts[0].Id, "collections")], undone!.SkippedFields.Select(left => (left.Id, left.Field)));
        var now = await ReadAnnotationAsync(posts[0].Id);
        Assert.Equal([locked.Id], now.Collections!);
        Assert.Null(now.Tags);
        // And of the other way too: nothing is put back into it.
        await LockAsync(locked.Id, false);
        var taken = (await ChangeAsync(new() { Uncollect = [new(locked.Id, "Locked")] }, posts[0].Id)).Batch!;
        await LockAsync(locked.Id, true);
        var none = await WithAsync((UndoBatch undo) => undo.RunAsync(taken.Id, default, isForced));
        Assert.Equal((null, 1), (none!.Batch, none.SkippedFields.Count));
        Assert.Null((await ReadAnnotationAsync(posts[0].Id)).Collections);
    }

    [Fact]
    public async Task a_batch_that_was_queued_before_leaves_it_alone_and_says_how_many_it_left()
    {
        await FillAsync();
        var (locked, open) = (await MakeAsync("Locked"), await MakeAsync("Open"));
        Batch batch;
        await using (await HoldLaneAsync())
        {
            batch = (await ChangeAllAsync(new() { Collect = [new(locked.Id, "Locked"), new(open.Id, "Open")] })).Batch!;
            await LockAsync(locked.Id, true);
        }
        await Eventually.TrueAsync(async () => !(batch = await BatchAsync(batch.Id)).IsOpen, "the batch ends");
        Assert.Equal((BatchState.Finished, Posts, Posts), (batch.State, batch.Count, batch.Left));
        await using var session = Host.Store.QuerySession();
        Assert.All(await session.Query<Annotation>().ToListAsync(), annotation => Assert.Equal([open.Id], annotation.Collections));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task a_change_that_comes_after_the_lock_leaves_it_alone_and_tells_which_was_locked(int count)
    {
        var posts = Enumerable.Range(0, count).Select(number => Make.Still(number)).ToArray();
        Guid[] ids = [.. posts.Select(post => post.Id)];
        await StoreAsync(posts);
        var (locked, open) = (await MakeAsync("Locked"), await MakeAsync("Open"));
        await ChangeAsync(new() { Collect = [new(locked.Id, "Locked")] }, ids[0]);
        await LockAsync(locked.Id, true);
        // As after the check of a page, which saw it unlocked.
        var both = await ChangeAsync(new() { Collect = [new(locked.Id, "Locked"), new(open.Id, "Open")] }, ids);
        Assert.Equal((count, count - 1), (both.ChangedCount, both.SkippedFields.Count));
        Assert.All(both.SkippedFields, field => Assert.Equal(("collections", "Locked"), (field.Field, field.LockedIn)));
        Assert.Equal(($"Added {count} {(count == 1 ? "item" : "items")} to Open", count - 1), (both.Batch!.Text, both.Batch.Left));
        var none = await ChangeAsync(new() { Uncollect = [new(locked.Id, "Locked")] }, ids);
        Assert.Equal((null, count), (none.Batch, none.SelectedCount));
        Assert.Equal([new(ids[0], "collections", "Locked")], none.SkippedFields);
        Assert.Equal("Locked is locked, so 1 item was left as it is.", SkippedFieldText.DescribeLocked(none.SkippedFields));
        var now = await WithAsync((ReadAnnotations read) => read.ReadAsync(ids, default));
        Assert.Equal(new[] { locked.Id, open.Id }.Order(), now[ids[0]].Collections);
        Assert.All(ids.Skip(1), id => Assert.Equal([open.Id], now[id].Collections));
        Assert.Equal(both.SkippedFields.Select(field => field.Id).Order(),
            (await WithAsync((ReadBatchHistory read) => read.ReadSkippedFieldsAsync(both.Batch, 0, default))).Fields
            .Select(field => field.Id).Order());
    }

    [Fact]
    public async Task no_concurrent_change_is_applied_after_the_lock()
    {
        var posts = Enumerable.Range(0, 40).Select(number => Make.Still(number)).ToArray();
        await StoreAsync(posts);
        var locked = await MakeAsync("Locked");
        var changes = posts.Select(post => ChangeAsync(new() { Collect = [new(locked.Id, "Locked")] }, post.Id)).ToArray();
        await LockAsync(locked.Id, true);
        await Task.WhenAll(changes);
        var now = await WithAsync((ReadAnnotations read) => read.ReadAsync(posts.Select(post => post.Id), default));
        foreach (var (post, change) in posts.Zip(changes))
            Assert.Equal((await change).SkippedFields.Count == 0, now.GetValueOrDefault(post.Id)?.Collections?.Contains(locked.Id) == true);
        var count = now.Values.Count(annotation => annotation.Collections?.Contains(locked.Id) == true);
        await ChangeAsync(new() { Collect = [new(locked.Id, "Locked")] }, [.. posts.Take(5).Select(post => post.Id)]);
        now = await WithAsync((ReadAnnotations read) => read.ReadAsync(posts.Select(post => post.Id), default));
        Assert.Equal(count, now.Values.Count(annotation => annotation.Collections?.Contains(locked.Id) == true));
    }

    private async Task<Collection> MakeAsync(string name) =>
        (await WithAsync((EditCollections edit) =>
            edit.CreateAsync(new() { Id = default, Name = name, CreatedAt = default, UpdatedAt = default }, default))).Collection!;

    private Task<CollectionResult> LockAsync(Guid id, bool isLocked) =>
        WithAsync((EditCollections edit) => edit.ChangeAsync(id, one => one with { Locked = isLocked }, default));

    private async Task<Annotation> ReadAnnotationAsync(Guid post) =>
        (await WithAsync((ReadAnnotations read) => read.ReadAsync([post], default)))[post];
}
