using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

public sealed class WatchTests(SoviaHost host) : ScanTest(host)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly Post still = Make.Still();
    private readonly FullScanState scanState = new();

    [Fact]
    public async Task a_file_that_lands_is_served_within_ten_seconds()
    {
        await StoreAsync(still);
        await WatchingAsync(async () =>
        {
            var bytes = TestMedia.Jpeg();
            Write($"new/folder/{still.Id}.jpg", bytes);
            Assert.Equal(bytes, await UntilAsync(() => ReadServedAsync(still.Id), served => served is not null));
        });
    }

    [Fact]
    public async Task a_file_that_is_still_growing_is_served_once_it_is_whole()
    {
        await StoreAsync(still);
        await WatchingAsync(async () =>
        {
            var bytes = TestMedia.Jpeg(40_000);
            await using (var file = new FileStream(GetPath($"{still.Id}.jpg"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
                for (var at = 0; at < bytes.Length; at += 10_000)
                {
                    await file.WriteAsync(bytes.AsMemory(at, Math.Min(10_000, bytes.Length - at)));
                    await file.FlushAsync();
                    var written = Stopwatch.StartNew();
                    await UntilAsync(() => Task.FromResult(written.Elapsed), elapsed => elapsed > TimeSpan.FromMilliseconds(600));
                    Assert.Null((await LoadPostAsync(still.Id)).File);
                }
            Assert.Equal(bytes, await UntilAsync(() => ReadServedAsync(still.Id), served => served is not null));
            Assert.Single(await LoadAllAsync<Sovia.Media.MediaFile>());
        });
    }

    [Fact]
    public async Task a_file_that_is_deleted_is_noticed()
    {
        await StoreAsync(still);
        var path = Write($"{still.Id}.jpg", TestMedia.Jpeg());
        await WatchingAsync(async () =>
        {
            await UntilAsync(() => LoadPostAsync(still.Id), post => post.File is not null);
            File.Delete(path);
            await UntilAsync(() => LoadPostAsync(still.Id), post => post.File!.Missing);
        });
    }

    [Fact]
    public async Task a_root_that_comes_later_is_watched_too()
    {
        await StoreAsync(still);
        Directory.Delete(Root);
        await WatchingAsync(async () =>
        {
            var bytes = TestMedia.Jpeg();
            Write($"{still.Id}.jpg", bytes);
            Assert.Equal(bytes, await UntilAsync(() => ReadServedAsync(still.Id), served => served is not null));
        });
    }

    [Fact]
    public async Task the_first_full_scan_completes() =>
        await WatchingAsync(() => UntilAsync(() => Task.FromResult(scanState.IsComplete), done => done));

    private async Task WatchingAsync(Func<Task> test)
    {
        using var watch = ActivatorUtilities.CreateInstance<WatchRoots>(Services, Roots, Scan, scanState, new WatchSettings(true));
        await watch.StartAsync(default);
        try
        {
            await test();
        }
        finally
        {
            await watch.StopAsync(default);
        }
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> done)
    {
        for (var since = Stopwatch.StartNew(); ;)
        {
            var seen = await look();
            if (done(seen)) return seen;
            Assert.True(since.Elapsed < Deadline, "Nothing came of it in time.");
            await Task.Delay(50);
        }
    }
}
