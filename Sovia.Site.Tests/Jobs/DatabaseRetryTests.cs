using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Sovia.Jobs;
using Sovia.Tests.MediaFiles.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Jobs;

public sealed class DatabaseRetryTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public async Task a_fault_is_told_until_work_has_gone_on_for_a_while()
    {
        var retry = new DatabaseRetry(clock, NullLogger<DatabaseRetry>.Instance);
        var tries = 0;
        var end = new TaskCompletionSource();
        var work = retry.RunAsync(async _ =>
        {
            if (++tries == 1) throw new NpgsqlException("away", new IOException());
            await end.Task;
        }, default);
        Assert.NotNull(retry.Trouble);
        clock.Now += TimeSpan.FromSeconds(1);
        await Eventually.TrueAsync(() => Task.FromResult(tries == 2 && clock.Waiting == 1), "the work goes on");
        clock.Now += TimeSpan.FromSeconds(10);
        Assert.NotNull(retry.Trouble);
        clock.Now += TimeSpan.FromSeconds(15);
        Assert.Null(retry.Trouble);
        Assert.False(work.IsCompleted);
        end.SetResult();
        await work;
        Assert.Equal((null, 0), (retry.Trouble, clock.Waiting));
    }
}
