using Microsoft.Extensions.DependencyInjection;
using Sovia.Curation;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Jobs;

/// <summary>Rows of jobs, and the queues that their items wait in.</summary>
public sealed class JobRowStoreTests(SoviaHost host) : HostTest(host)
{
    private JobRowStore Rows => Host.Site.Services.GetRequiredService<JobRowStore>();

    [Fact]
    public async Task an_attempt_interrupted_by_shutdown_does_not_count()
    {
        var first = await Rows.BeginAttemptAsync("kind", "1", default);
        await Rows.RevertAttemptAsync(first);
        Assert.Equal(0, (await Rows.FindAsync("kind", "1", default))!.Attempts);
        await Rows.BeginAttemptAsync("kind", "1", default);
        Assert.Equal(1, (await Rows.FindAsync("kind", "1", default))!.Attempts);
        // Begun anew by another node, it is that one's.
        await Rows.RevertAttemptAsync(first);
        Assert.Equal(1, (await Rows.FindAsync("kind", "1", default))!.Attempts);
    }

    [Fact]
    public async Task a_row_of_an_item_that_no_longer_waits_goes()
    {
        var node = Host.Site.Services.GetRequiredService<NodeId>().Value;
        JobRow Row(string job, string node, DateTimeOffset seen) =>
            new()
            {
                Id = JobRow.CreateId(job, $"{Guid.NewGuid()}"),
                Node = node,
                StartedAt = seen,
                SeenAt = seen,
                Trouble = "The disk is full."
            };
        var (old, now) = (DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow);
        var (here, change, elsewhere, fresh) = (Row(ImportJob.JobName, node, old), Row(BatchJob.JobName, "gone", old),
            Row(ImportJob.JobName, "gone", old), Row(ImportJob.JobName, node, now));
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(here, change, elsewhere, fresh);
            await session.SaveChangesAsync();
        }
        async Task<bool> IsThereAsync(JobRow row)
        {
            await using var session = Host.Store.QuerySession();
            return await session.LoadAsync<JobRow>(row.Id) is not null;
        }
        await Eventually.TrueAsync(async () => !await IsThereAsync(here) && !await IsThereAsync(change),
            "rows of items that nobody waits for go");
        Assert.True(await IsThereAsync(elsewhere) && await IsThereAsync(fresh));
    }

    [Fact]
    public async Task imports_wait_with_other_long_work_and_a_worker_is_kept_for_changes() => await WithAsync((IEnumerable<IJob> jobs) =>
    {
        var queues = Host.Site.Services.GetRequiredService<JobQueues>();
        string GetQueueName(string name) => queues.GetQueueName(jobs.First(job => job.Name == name));
        Assert.All([GetQueueName(ImportJob.JobName), GetQueueName(UndoImportJob.JobName)], queue =>
            Assert.True(queues.LongQueues.Contains(queue) && !queues.ShortQueues.Contains(queue)));
        Assert.Equal([GetQueueName(BatchJob.JobName)], queues.SharedShortQueues);
        Assert.Equal([GetQueueName(ImportJob.JobName)], queues.LocalLongQueues);
        return Task.FromResult(true);
    });
}
