using Marten;
using Sovia.Downloads;
using Sovia.Downloads.Runs;
using Sovia.Library;
using Sovia.Storage;
using Sovia.Tests.Downloads.Fetching;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Runs;

/// <summary>The real site, killed in the middle of a download, on a database and a folder of its own.</summary>
public sealed class KilledDownloadTests(SoviaHost host) : DownloadTest(host)
{
    [Fact]
    public async Task a_download_killed_half_way_goes_on_at_the_next_start_with_nothing_broken_and_nothing_twice()
    {
        using var data = new TempFolder();
        var (database, big, reached) = (await Host.CreateDatabaseAsync(), FileBytes.Clip(99, 300_000), new TaskCompletionSource());
        // Whole ones: what cannot be decoded is damaged once the second start has looked at it, and is fetched again.
        Post[] posts = [.. Enumerable.Range(0, 30).Select(_ => Picture(TestMedia.Picture()))];
        var (half, gone) = (Clip(), Picture());
        Server.Paths[PathOf(half)] = StubResponse.Sequence(StubResponse.Stall(big, 200_000, reached, "video/mp4"), StubResponse.Ranged(big, type: "video/mp4"));
        using var store = DocumentStore.For(options =>
        {
            SoviaStore.Configure(options);
            options.Connection(database);
        });
        var id = await QueueAsync(store, [.. posts, half, gone]);
        string[] settings = ["env", $"ConnectionStrings__Postgres={database}", $"Sovia__Downloads__StandIn={Server.Address}"];

        await using (var killed = new SiteProcess(SiteProcess.Program, data.Path, settings))
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
            await WaitFor.TrueAsync(() => PartOf(data, half) is { Length: 200_000 }, "the half of the clip is on the disk");
            await killed.KillAsync();
        }
        Assert.False(File.Exists(In(data, half)));

        await using (var again = new SiteProcess(SiteProcess.Program, data.Path, settings))
            await WaitFor.TrueAsync(() => Run(store, id).HasEnded, "the download goes on by itself");

        var run = Run(store, id);
        Assert.Equal((DownloadState.Finished, 32, 31), (run.State, run.Counts.Total, run.Counts.Done));
        Assert.Equal(big, await File.ReadAllBytesAsync(In(data, half)));
        // Asked again is only what had not landed yet.
        Assert.All(posts, post => Assert.InRange(Server.CountRequests(PathOf(post)), 1, 2));
        Assert.Equal(31, Directory.GetFiles(Path.Combine(data.Path, "media"), "*", SearchOption.AllDirectories).Length);
        Assert.Contains(Server.Requests, asked => asked.Range == "bytes=200000-");
    }

    private static async Task<Guid> QueueAsync(DocumentStore store, Post[] posts)
    {
        var run = new DownloadRun
        {
            Id = Guid.CreateVersion7(),
            StartedAt = DateTimeOffset.UtcNow,
            Files = new() { Roles = [DownloadRole.Media] }
        };
        await using var session = store.LightweightSession();
        session.Store<Post>(posts);
        session.Store(run);
        await session.SaveChangesAsync();
        return run.Id;
    }

    private static DownloadRun Run(DocumentStore store, Guid id)
    {
        using var session = store.QuerySession();
        return session.LoadAsync<DownloadRun>(id).GetAwaiter().GetResult()!;
    }

    private static string In(TempFolder data, Post post) => Path.Combine(data.Path, "media", DownloadUrl.Parse(post.MediaUrl)!.Target);

    private static FileInfo? PartOf(TempFolder data, Post post) =>
        new FileInfo(In(data, post) + ".part") is { Exists: true } part ? part : null;
}
