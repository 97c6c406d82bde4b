using Sovia.Curation;
using Sovia.Jobs;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>Large batches that meet a fault, or two sites.</summary>
public sealed class LargeBatchFaultTests(SoviaHost host) : LargeBatchTest(host)
{
    [Fact]
    public async Task a_transient_error_is_shown_and_waited_for()
    {
        await FillAsync();
        await using (await RefusingTrigger.CreateAsync(Host.ConnectionString, "post_annotation", "new.by_rating = 0", "53300"))
        {
            var batch = (await ChangeAllAsync(new() { Rating = 5 })).Batch!;
            await Eventually.TrueAsync(async () =>
                (await RowAsync(batch.Id))?.Trouble?.Contains("Attempt 2 of 30", StringComparison.Ordinal) == true, "the row says so");
            Assert.True((await BatchAsync(batch.Id)).IsOpen);
        }
        var ended = Assert.Single(await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 10, default)));
        await Eventually.TrueAsync(async () => (await BatchAsync(ended.Id)).State == BatchState.Finished, "it goes on");
        Assert.Equal(Posts, await CountAsync("unit=post&rating=5"));
        await Eventually.TrueAsync(async () => await RowAsync(ended.Id) is null, "the row goes");
    }

    [Fact]
    public async Task a_batch_with_too_many_attempts_fails_and_the_next_runs()
    {
        await FillAsync();
        Batch bad, good;
        await using (await HoldLaneAsync())
        {
            bad = (await ChangeAllAsync(new() { Rating = 1 })).Batch!;
            good = (await ChangeAllAsync(new() { AddTags = ["after"] })).Batch!;
            // As if it had ended the process each time.
            await using var session = Host.Store.LightweightSession();
            session.Store(new JobRow
            {
                Id = JobRow.CreateId(BatchJob.JobName, bad.Id.ToString()),
                Node = "gone",
                StartedAt = Make.Start,
                SeenAt = Make.Start,
                Attempts = RunJobItem.MaxAttempts
            });
            await session.SaveChangesAsync();
        }
        await Eventually.TrueAsync(async () => !(await BatchAsync(good.Id)).IsOpen, "the next one ends");
        Assert.Equal((BatchState.Failed, BatchState.Finished), ((await BatchAsync(bad.Id)).State, (await BatchAsync(good.Id)).State));
        Assert.Contains("30 attempts", (await BatchAsync(bad.Id)).Failure, StringComparison.Ordinal);
        Assert.Equal((0, Posts), (await CountAsync("unit=post&rating=1"), await CountAsync("unit=post&tag=after")));
    }

    [Fact]
    public async Task two_sites_change_each_post_once_and_one_that_nobody_queued_is_found()
    {
        await FillAsync();
        using var folder = new TempFolder();
        await using var beside = await SecondSite.StartAsync(Host.ConnectionString, folder.Path);
        Batch batch;
        await using (await HoldLaneAsync()) batch = (await ChangeAllAsync(new() { AddTags = ["sea"] })).Batch!;
        await Eventually.TrueAsync(async () => !(await BatchAsync(batch.Id)).IsOpen, "it ends");
        Assert.Equal((BatchState.Finished, Posts, Posts),
            ((await BatchAsync(batch.Id)).State, (await BatchAsync(batch.Id)).Count, (await BatchAsync(batch.Id)).Done));
        await using var session = Host.Store.QuerySession();
        var changed = (await session.Events.FetchStreamAsync(batch.Id)).Select(one => one.Data).OfType<PostsChanged>()
            .SelectMany(part => part.Posts).ToList();
        Assert.Equal((Posts, Posts), (changed.Count, changed.Select(post => post.Before.Id).Distinct().Count()));
        await using var connection = await Source.OpenConnectionAsync();
        Assert.Equal(0L, await QueryScalarAsync(connection, "select count(*) from sovia.batch_part"));
    }
}
