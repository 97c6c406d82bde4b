using Microsoft.Extensions.Logging.Abstractions;
using Sovia.Pictures;
using Sovia.Storage;

namespace Sovia.Tests.Pictures;

public sealed class PictureJobTests : IAsyncLifetime
{
    private readonly PictureBench _bench = new();
    private readonly PictureQueue _queue = new();
    private readonly PictureJob _job;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public PictureJobTests() =>
        _job = new(_queue, _bench.Build, _bench.Turns, SoundnessProbe.Tools, new(() => _bench.PathOf("")), NullLogger<PictureJob>.Instance);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task queued_files_have_all_their_widths_built()
    {
        var source = await AddAsync("a.png");
        _queue.Add(source.Sha256, source.Path);
        Assert.Equal(1, _queue.WaitingCount);
        Begin();
        await DoneAsync();
        Assert.All(PictureVariant.Widths, variant => Assert.True(_bench.Folder.Contains(new(source.Sha256, variant, PictureFormat.Webp))));
        Assert.Equal(3, _bench.Build.BuiltCount);
    }

    [FactWithFfmpeg]
    public async Task a_queued_clip_has_its_sprite_built_too()
    {
        var clip = await _bench.SourceAsync(await Draw.ClipAsync(_bench.PathOf("a.mp4")));
        _queue.Add(clip.Sha256, clip.Path);
        Begin();
        await DoneAsync();
        Assert.True(_bench.Folder.Contains(new(clip.Sha256, PictureVariant.Sprite, PictureFormat.Webp)));
    }

    [Fact]
    public async Task one_that_fails_does_not_keep_the_others()
    {
        _queue.Add(new('a', 64), _bench.PathOf("gone.png"));
        File.WriteAllText(_bench.PathOf("bad.png"), "words");
        var bad = await _bench.SourceAsync(_bench.PathOf("bad.png"));
        _queue.Add(bad.Sha256, bad.Path);
        var good = await AddAsync("good.png");
        Begin();
        await DoneAsync();
        Assert.True(_bench.Folder.Contains(new(good.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp)));
    }

    [Fact]
    public async Task nothing_is_built_ahead_while_someone_waits()
    {
        var turn = await _bench.Turns.AcquireAsync(CancellationToken.None);
        await AddAsync("a.png");
        Begin();
        Assert.False(_bench.Turns.WaitUntilIdleAsync(CancellationToken.None).IsCompleted);
        Assert.Equal(0, _bench.Build.BuiltCount);
        turn.Dispose();
        await DoneAsync();
        Assert.Equal(3, _bench.Build.BuiltCount);
    }

    [Fact]
    public async Task a_library_that_is_paused_keeps_no_other_from_its_pictures()
    {
        _queue.Pause();
        var source = await AddAsync("a.png");
        using (CurrentLibrary.Enter("bert"))
        {
            _queue.Add(source.Sha256, source.Path);
            Assert.Equal((false, 1), (_queue.IsPaused, _queue.WaitingCount));
            Begin();
            await DoneAsync();
            Assert.True(_bench.Folder.Contains(new(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp)));
        }
        Assert.Equal((true, 1), (_queue.IsPaused, _queue.WaitingCount));
        Assert.False(_bench.Folder.Contains(new(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp)));
        _queue.Resume();
        Begin();
        await DoneAsync();
        Assert.True(_bench.Folder.Contains(new(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp)));
    }

    [Fact]
    public async Task building_ahead_rests_while_paused()
    {
        _queue.Pause();
        await AddAsync("a.png");
        Begin();
        await _running;
        Assert.Equal((true, 1, 0), (_queue.IsPaused, _queue.WaitingCount, _bench.Build.BuiltCount));
        Assert.Empty(await _job.FindPendingAsync(default));
        _queue.Resume();
        Assert.NotEmpty(await _job.FindPendingAsync(default));
        Begin();
        await DoneAsync();
        Assert.Equal((false, 3), (_queue.IsPaused, _bench.Build.BuiltCount));
    }

    [Fact]
    public async Task a_file_whose_job_was_stopped_waits_for_the_next_one()
    {
        var source = await AddAsync("a.png");
        var turn = await _bench.Turns.AcquireAsync(CancellationToken.None);
        Begin();
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        Assert.Equal(1, _queue.WaitingCount);
        turn.Dispose();
        await _job.RunAsync(PictureJob.JobName, default);
        Assert.Equal(0, _queue.WaitingCount);
        Assert.True(_bench.Folder.Contains(new(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp)));
    }

    private void Begin() => _running = Task.Run(() => _job.RunAsync(PictureJob.JobName, _stop.Token));

    private async Task<PictureSource> AddAsync(string name)
    {
        var source = await _bench.SourceAsync(Draw.Gradient(1200, 900).To(_bench.PathOf(name)));
        _queue.Add(source.Sha256, source.Path);
        return source;
    }

    private async Task DoneAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (_queue.WaitingCount > 0)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
