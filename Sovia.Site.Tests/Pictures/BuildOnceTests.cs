using Microsoft.Extensions.Logging.Abstractions;
using Sovia.Metadata.Decoding;
using Sovia.Pictures;

namespace Sovia.Tests.Pictures;

public sealed class BuildOnceTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly PictureBench _bench;

    public BuildOnceTests() => _bench = new(clock: _clock);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task twenty_who_ask_at_once_get_one_build()
    {
        var source = await _bench.SourceAsync(Draw.Gradient(1024, 1536).To(_bench.PathOf("a.png")));
        var key = new PictureKey(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp);
        var results = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => Task.Run(() => _bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None))));
        Assert.All(results, Assert.Null);
        Assert.Equal(1, _bench.Build.BuiltCount);
        Assert.Null(await _bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None));
        Assert.Equal(1, _bench.Build.BuiltCount);
    }

    [Fact]
    public async Task the_build_continues_after_its_caller_cancels()
    {
        var source = await _bench.SourceAsync(Draw.Gradient(2000, 2000).To(_bench.PathOf("a.png")));
        var key = new PictureKey(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp);
        var turns = await Task.WhenAll(Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount - 1))
            .Select(_ => _bench.Turns.AcquireAsync(CancellationToken.None)));
        using var cancellation = new CancellationTokenSource();
        var first = _bench.Build.EnsureBuiltAsync(key, source, wanted: true, cancellation.Token);
        var second = _bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        foreach (var turn in turns) turn.Dispose();
        Assert.Null(await second);
        Assert.Equal(1, _bench.Build.BuiltCount);
    }

    [Fact]
    public async Task a_failed_build_is_not_retried_for_an_hour()
    {
        var path = Draw.Cut(Draw.Gradient(400, 400).To(_bench.PathOf("a.png")), 0.5);
        var source = await _bench.SourceAsync(path);
        Assert.NotNull(await _bench.GetBuildErrorAsync(path, "512"));
        File.Delete(path);
        var key = new PictureKey(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp);
        Assert.Equal("The image is damaged or incomplete.",
            await _bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None));
        _clock.Now += TimeSpan.FromMinutes(61);
        Assert.Equal("Can't read the file or write its thumbnail.",
            await _bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None));
    }

    [Fact]
    public async Task a_file_that_has_changed_gives_no_picture_under_its_old_hash()
    {
        var source = await _bench.SourceAsync(Draw.Gradient(400, 400).To(_bench.PathOf("a.png")));
        Draw.Gradient(300, 300).To(source.Path);
        var key = new PictureKey(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp);
        Assert.Equal("The file has changed since the last scan.",
            await _bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None));
        Assert.False(_bench.Folder.Contains(key));

        // The right bytes are back, so there is nothing to hold against them.
        Draw.Gradient(400, 400).To(source.Path);
        Assert.Null(await _bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None));
    }

    [FactWithFfmpeg]
    public async Task a_file_that_is_written_to_while_it_is_read_gives_no_picture_under_its_old_hash()
    {
        if (OperatingSystem.IsWindows()) return;
        // Somebody else adds to the clip just before ffmpeg opens it.
        var writing = _bench.PathOf("ffmpeg");
        await File.WriteAllTextAsync(writing,
            $"#!/bin/sh\nfor a in \"$@\"; do case \"$a\" in file:*) printf more >> \"${{a#file:}}\";; esac; done\nexec {SoundnessProbe.Tools.Ffmpeg} \"$@\"\n");
        File.SetUnixFileMode(writing, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var bench = new PictureBench(new FfmpegTools(writing, SoundnessProbe.Tools.Ffprobe));
        var source = await bench.SourceAsync(await Draw.ClipAsync(bench.PathOf("a.mp4")));
        var key = new PictureKey(source.Sha256, PictureVariant.Poster, PictureFormat.Webp);
        Assert.Equal("The file has changed since the last scan.",
            await bench.Build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None));
        Assert.False(bench.Folder.Contains(key));
    }

    [Fact]
    public async Task partial_files_of_a_killed_process_are_removed_and_never_served()
    {
        var source = await _bench.SourceAsync(Draw.Gradient(400, 400).To(_bench.PathOf("a.png")));
        var key = new PictureKey(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp);
        var building = Directory.CreateDirectory(Path.Combine(_bench.Root, ".building")).FullName;
        var old = Path.Combine(building, "old.webp");
        var young = Path.Combine(building, "young.webp");
        await File.WriteAllTextAsync(old, "half a pic");
        await File.WriteAllTextAsync(young, "half a pic");
        File.SetLastWriteTimeUtc(old, _clock.Now.UtcDateTime.AddMinutes(-11));
        File.SetLastWriteTimeUtc(young, _clock.Now.UtcDateTime.AddMinutes(-1));
        Assert.Null(_bench.Folder.Open(key));
        Assert.Equal(1, _bench.Folder.DeletePartialFiles());

        // The young one may be another process's, still at it.
        Assert.Equal([young], Directory.GetFiles(building));
        using var picture = await _bench.BuildAsync(source.Path, "512");
        Assert.Equal([young], Directory.GetFiles(building));
    }

    [Fact]
    public async Task a_picture_that_a_power_cut_emptied_is_built_again()
    {
        var path = Draw.Gradient(400, 400).To(_bench.PathOf("a.png"));
        var source = await _bench.SourceAsync(path);
        var key = new PictureKey(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp);
        using (await _bench.BuildAsync(path, "512")) { }
        File.WriteAllBytes(Path.Combine(_bench.Root, source.Sha256[..2], source.Sha256, "512.webp"), []);
        Assert.False(_bench.Folder.Contains(key));
        using var again = await _bench.BuildAsync(path, "512");
        Assert.Equal(400, again.Width);
    }

    [Fact]
    public async Task two_processes_that_build_the_same_harm_nobody()
    {
        var path = Draw.Gradient(800, 800).To(_bench.PathOf("a.png"));
        var source = await _bench.SourceAsync(path);
        using var turns = new BuildThrottle();
        var other = new BuildPictures(_bench.Folder, new(), new(_clock), turns, SoundnessProbe.Tools, NullLogger<BuildPictures>.Instance);
        var key = new PictureKey(source.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp);
        var problems = await Task.WhenAll(new[] { _bench.Build, other }
            .Select(build => build.EnsureBuiltAsync(key, source, wanted: true, CancellationToken.None)));
        Assert.All(problems, Assert.Null);
        using var picture = _bench.Decode(key);
        Assert.Equal(512, picture.Width);
    }
}
