using System.Collections.Concurrent;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Downloads;
using Sovia.Downloads.Fetching;
using Sovia.Downloads.Runs;
using Sovia.Library;
using Sovia.Tests.Downloads.Fetching;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Runs;

public sealed class RunTests(SoviaHost host) : DownloadTest(host)
{
    [Fact]
    public async Task all_available_files_are_downloaded_and_reported()
    {
        Post[] posts = [.. Enumerable.Range(0, 20).Select(i => Picture(FileBytes.Picture(i))), .. Enumerable.Range(0, 10)
            .Select(i => Clip(FileBytes.Clip(i)))];
        var landed = new ConcurrentDictionary<Guid, string>();
        Events.FileDownloaded += (post, path) => Assert.True(landed.TryAdd(post, path) && File.Exists(path));
        var run = await DownloadAsync([.. posts, Picture()]);
        Assert.Equal((DownloadState.Finished, 31, 30, 1, 120_000L),
            (run.State, run.Counts.Total, run.Counts.Done, run.Counts.Failed[DownloadErrorCode.Gone], run.Counts.Bytes));
        Assert.All(posts, post => Assert.Equal(GetTargetPath(post), landed[post.Id]));
        Assert.Empty(FindUnexpectedFiles(posts));
        Assert.Equal(run.Counts.Done, (await WithAsync<ReadDownloads, DownloadRun?>(read => read.FindAsync(run.Id, default)))?.Counts.Done);
    }

    [Fact]
    public async Task a_later_run_tries_what_failed_again_and_a_solved_problem_goes()
    {
        var post = Picture();
        await DownloadAsync(post);
        Server.Serve(PathOf(post), FileBytes.Picture(), "image/jpeg");
        var run = await DownloadAsync();
        Assert.Equal((1, 1), (run.Counts.Total, run.Counts.Done));
        Assert.Null(await ProblemOfAsync(post));
    }

    [Theory]
    [InlineData(DownloadState.Paused)]
    [InlineData(DownloadState.Cancelled)]
    public async Task a_run_stops_in_the_middle_of_a_file_when_the_user_says_so_and_a_paused_one_goes_on_there(DownloadState state)
    {
        var bytes = FileBytes.Picture(1, 30_000);
        var (done, gone, half) = (Picture(FileBytes.Picture(2)), Picture(), Picture());
        var reached = new TaskCompletionSource();
        Server.Paths[PathOf(half)] = StubResponse.Sequence(StubResponse.Stall(bytes, 9_000, reached), StubResponse.Ranged(bytes));
        var running = DownloadAsync(done, gone, half);
        await reached.Task;
        // The others are over by then, however busy the machine is.
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(GetTargetPath(done)) && Server.CountRequests(PathOf(gone)) == 1),
            "the other two have ended");
        await OpenRunAsync(async id => await WithAsync<SendDownloadCommand, int>(async give =>
        {
            await give.RunAsync(new(id, state), default);
            return 0;
        }));

        var run = await running;
        Assert.Equal(state, run.State);
        Assert.True(File.Exists(GetTargetPath(half) + ".part"));
        Assert.False(File.Exists(GetTargetPath(half)));
        if (state == DownloadState.Cancelled) return;

        run = await RunAsync(run);
        Assert.Equal((DownloadState.Finished, 3, 2, 1),
            (run.State, run.Counts.Total, run.Counts.Done, run.Counts.Failed[DownloadErrorCode.Gone]));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(GetTargetPath(half)));
        Assert.Contains(Server.Requests, asked => asked.Range == "bytes=9000-");
        Assert.Equal((1, 1), (Server.CountRequests(PathOf(done)), Server.CountRequests(PathOf(gone))));
        Assert.Empty(FindUnexpectedFiles(done, half));
    }

    [Fact]
    public async Task concurrent_requests_to_a_host_are_limited()
    {
        var (now, peak) = (0, 0);
        Post[] posts = [.. Enumerable.Range(0, 12).Select(_ => Picture())];
        foreach (var post in posts)
            Server.Paths[PathOf(post)] = async http =>
            {
                peak = Math.Max(peak, Interlocked.Increment(ref now));
                await Task.Delay(10);
                Interlocked.Decrement(ref now);
                await StubResponse.Bytes(FileBytes.Picture(), "image/jpeg")(http);
            };
        await DownloadAsync(posts);
        Assert.InRange(peak, 1, 3);
    }

    [Fact]
    public async Task starting_twice_starts_one_run_and_commands_apply_at_once()
    {
        // The lock is held by the test, so the run stays queued.
        var id = await WithAsync<StartDownload, Guid>(start => start.RunAsync(DownloadScope.All, null, null, default));
        Assert.Equal(id, await WithAsync<StartDownload, Guid>(start => start.RunAsync(DownloadScope.All, null, MediaKind.Image, default)));
        async Task<DownloadRun> AfterAsync<T>(Func<T, Task> order) where T : notnull
        {
            await WithAsync<T, int>(async use =>
            {
                await order(use);
                return 0;
            });
            return (await WithAsync<ReadDownloads, IReadOnlyList<DownloadRun>>(read => read.ReadRecentAsync(10, default))).Single();
        }
        Assert.Equal(DownloadState.Paused, (await AfterAsync<PauseDownload>(pause => pause.RunAsync(id, default))).State);
        Assert.Equal(DownloadState.Queued, (await AfterAsync<ResumeDownload>(resume => resume.RunAsync(id, default))).State);
        var book = Services.GetRequiredService<DownloadRunStore>();
        Assert.Equal((id, id), (Assert.Single(await book.FindPendingAsync(default)), (await book.ApplyCommandAsync(id, default))!.Id));
        var cancelled = await AfterAsync<CancelDownload>(cancel => cancel.RunAsync(id, default));
        Assert.Equal((DownloadState.Cancelled, true), (cancelled.State, cancelled.HasEnded));
        Assert.Null(await book.ApplyCommandAsync(id, default));
        Assert.Empty(await book.FindPendingAsync(default));
    }

    [Theory]
    [InlineData(DownloadState.Queued, DownloadState.Queued)]
    [InlineData(DownloadState.Cancelled, DownloadState.Cancelled)]
    public async Task a_command_sent_during_another_is_applied_next(DownloadState ordered, DownloadState becomes)
    {
        var id = await WithAsync<StartDownload, Guid>(start => start.RunAsync(DownloadScope.All, null, null, default));
        var store = Services.GetRequiredService<DownloadRunStore>();
        var run = (await store.ApplyCommandAsync(id, default))!;
        // The one to pause was heard; before the pause is written down, the user says otherwise.
        await WithAsync<SendDownloadCommand, int>(async give =>
        {
            await give.RunAsync(new(id, ordered), default);
            return 0;
        });
        Assert.Equal(DownloadState.Paused,
            (await store.FinishAsync(new(run, faultsInARow: 5), new(id, DownloadState.Paused), default)).State);
        Assert.Equal(id, Assert.Single(await store.FindPendingAsync(default)));
        await store.ApplyCommandAsync(id, default);
        Assert.Equal(becomes, (await WithAsync<ReadDownloads, DownloadRun?>(read => read.FindAsync(id, default)))!.State);
        await using var session = Host.Store.QuerySession();
        Assert.Empty(await session.Query<DownloadCommand>().ToListAsync());
    }

    private async Task OpenRunAsync(Func<Guid, Task> work)
    {
        await using var session = Host.Store.QuerySession();
        await work((await session.Query<DownloadRun>().SingleAsync()).Id);
    }
}
