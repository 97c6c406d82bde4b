using System.Text.RegularExpressions;
using Marten;
using NetVips;
using Sovia.Library;
using Sovia.Media;
using Sovia.Storage;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

/// <summary>The real site, killed while it builds pictures ahead of time, on a database and a folder of its own.</summary>
public sealed partial class KilledThumbnailingTests(SoviaHost host) : HostTest(host), IDisposable
{
    private const int Count = 40;

    private readonly TempFolder data = new();

    private string Thumbnails => data.PathOf("thumbnails");

    private string Building => Path.Combine(Thumbnails, ".building");

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task a_site_killed_while_it_builds_pictures_goes_on_at_the_next_start_with_nothing_broken_and_nothing_twice()
    {
        var database = await Host.CreateDatabaseAsync();
        using var store = DocumentStore.For(options =>
        {
            SoviaStore.Configure(options);
            options.Connection(database);
        });
        var posts = await PutAsync(store);
        string[] settings = ["env", $"ConnectionStrings__Postgres={database}"];

        await using (var killed = new SiteProcess(SiteProcess.Program, data.Path, settings))
        {
            await WaitFor.TrueAsync(() => Built().Count >= 10, $"the first pictures are built: {killed.Output}");
            await killed.KillAsync();
        }
        var before = Built();
        Assert.InRange(before.Count, 10, 3 * Count - 1);
        Assert.All(before.Keys, AssertWhole);
        WritePartialFile(before.Keys.First());

        await using var again = new SiteProcess(SiteProcess.Program, data.Path, settings);
        await WaitFor.TrueAsync(() => Built().Count == 3 * Count, $"the rest is built by itself: {again.Output}");
        await WaitFor.TrueAsync(() => Directory.GetFiles(Building).Length == 0, "no half picture is left");
        using var client = new HttpClient { BaseAddress = new(Address().Match(again.Output).Value) };
        foreach (var post in posts) Assert.Equal(512, Decode(await client.GetByteArrayAsync($"files/{post.Id}/512")));

        var after = Built();
        Assert.All(after.Keys, AssertWhole);
        Assert.All(before, built => Assert.Equal(built.Value, after[built.Key]));
        Assert.Equal((Count, Count, Count), (await CountAsync<MediaFile>(store), await CountAsync<FileLocation>(store),
            await CountAsync<FileMatch>(store)));
    }

    private async Task<Post[]> PutAsync(DocumentStore store)
    {
        Post[] posts = [.. Enumerable.Range(0, Count).Select(i => Make.Still(i))];
        foreach (var (at, post) in posts.Index())
        {
            // No two are alike, and none has changed just now: the watch would let it settle first.
            var path = Path.Combine(Directory.CreateDirectory(data.PathOf("media")).FullName, $"{post.Id}.png");
            Draw.Gradient(1200 + at, 900).To(path);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
        }
        await using var session = store.LightweightSession();
        session.Store<Post>(posts);
        await session.SaveChangesAsync();
        return posts;
    }

    // Where the kill comes in the middle of a write is luck; this is what it leaves then, eleven minutes later.
    private void WritePartialFile(string whole)
    {
        File.WriteAllBytes(Path.Combine(Building, $"{Guid.NewGuid():N}.webp"), [.. File.ReadAllBytes(whole).Take(500)]);
        foreach (var left in Directory.GetFiles(Building)) File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddMinutes(-11));
    }

    private Dictionary<string, DateTime> Built() => !Directory.Exists(Thumbnails) ? [] : new DirectoryInfo(Thumbnails)
        .EnumerateFiles("*.webp", SearchOption.AllDirectories).Where(file => file.DirectoryName != Building)
        .ToDictionary(file => file.FullName, file => file.LastWriteTimeUtc);

    private static void AssertWhole(string path) => Assert.InRange(Decode(File.ReadAllBytes(path)), 256, 1024);

    private static int Decode(byte[] bytes)
    {
        using var picture = Image.NewFromBuffer(bytes, "fail_on=error");
        Assert.NotEmpty(picture.WriteToMemory<byte>());
        return picture.Width;
    }

    private static async Task<int> CountAsync<T>(DocumentStore store) where T : notnull
    {
        await using var session = store.QuerySession();
        return await session.Query<T>().CountAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
