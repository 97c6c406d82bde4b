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
        var now = await OfAsync(posts[0].Id);
        Assert.Equal([locked.Id], now.Collections!);
        Assert.Null(now.Tags);
        // And of the other way too: nothing is put back into it.
        await LockAsync(locked.Id, false);
        var taken = (await ChangeAsync(new() { Uncollect = [new(locked.Id, "Locked")] }, posts[0].Id)).Batch!;
        await LockAsync(locked.Id, true);
        var none = await WithAsync((UndoBatch undo) => undo.RunAsync(taken.Id, default, isForced));
        Assert.Equal((null, 1), (none!.Batch, none.SkippedFields.Count));
        Assert.Null((await OfAsync(posts[0].Id)).Collections);
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

    private async Task<Collection> MakeAsync(string name) =>
        (await WithAsync((EditCollections edit) =>
            edit.CreateAsync(new() { Id = default, Name = name, CreatedAt = default, UpdatedAt = default }, default))).Collection!;

    private Task<CollectionResult> LockAsync(Guid id, bool isLocked) =>
        WithAsync((EditCollections edit) => edit.ChangeAsync(id, one => one with { Locked = isLocked }, default));

    private async Task<Annotation> OfAsync(Guid post) => (await WithAsync((ReadAnnotations read) => read.ReadAsync([post], default)))[post];
}
