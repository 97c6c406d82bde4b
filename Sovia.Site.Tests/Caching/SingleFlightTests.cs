using Sovia.Caching;
using Sovia.Storage;

namespace Sovia.Tests.Caching;

public sealed class SingleFlightTests
{
    private readonly SingleFlight flights = new();

    [Fact]
    public async Task the_computation_runs_in_the_library_of_its_caller()
    {
        using var entered = CurrentLibrary.Enter("bert");
        Assert.Equal("bert", await new SingleFlight().RunAsync("key", async _ =>
        {
            await Task.Yield();
            return CurrentLibrary.Id;
        }, default));
    }

    [Fact]
    public async Task a_cancelled_caller_does_not_end_the_computation_for_the_others()
    {
        using var leaving = new CancellationTokenSource();
        var (made, token) = (new TaskCompletionSource<string>(), CancellationToken.None);
        var first = flights.RunAsync("key", ct => Making(ct), leaving.Token);
        var second = flights.RunAsync("key", ct => Making(ct), default);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        made.SetResult("made");
        Assert.Equal("made", await second);
        Assert.False(token.IsCancellationRequested);

        Task<string> Making(CancellationToken ct)
        {
            token = ct;
            return made.Task.WaitAsync(ct);
        }
    }

    [Fact]
    public async Task the_computation_is_cancelled_without_callers_and_restarted_by_the_next()
    {
        using var leaving = new CancellationTokenSource();
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var alone = flights.RunAsync("key", WaitAsync, leaving.Token);
        await begun.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alone);
        Assert.Equal(2, await flights.RunAsync("key", _ => Task.FromResult(2), default));
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));

        async Task<int> WaitAsync(CancellationToken ct)
        {
            begun.SetResult();
            using var cancelled = ct.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, ct);
            return 1;
        }
    }

    [Fact]
    public async Task a_failure_reaches_all_who_wait_and_nobody_later()
    {
        var failing = new TaskCompletionSource<int>();
        var waiting = Enumerable.Range(0, 5).Select(_ => flights.RunAsync("key", _ => failing.Task, default)).ToList();
        failing.SetException(new InvalidOperationException("once"));
        foreach (var one in waiting) await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        Assert.Equal(3, await flights.RunAsync("key", _ => Task.FromResult(3), default));
    }

    [Fact]
    public async Task the_computation_does_not_see_the_async_locals_of_its_caller()
    {
        var local = new AsyncLocal<string> { Value = "the first caller's" };
        Assert.Null(await flights.RunAsync("key", _ => Task.FromResult(local.Value), default));
        Assert.Equal("the first caller's", local.Value);
    }
}
