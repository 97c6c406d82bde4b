using Alba;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;
using Sovia.Similarity;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Similarity;

/// <summary>A site that starts where another has left an index on disk.</summary>
public sealed class StartingTests(SoviaHost host) : HostTest(host)
{
    private readonly Post still = Make.Still(1, "a lighthouse in fog"), one = Make.Still(2, "a lighthouse at dusk"),
        two = Make.Still(3, "fog at dusk");

    [Fact]
    public async Task a_start_takes_the_index_from_disk_and_catches_up_with_what_changed_since()
    {
        await StoreAsync(still, one, two);
        using var folder = new TempFolder();
        // The saved index lacks a family, so that it can be distinguished from a rebuilt one.
        await SaveAsync(folder, known => known with { Index = known.Index.WithChanges([], [one.Id]) });
        await using (var site = await SecondSite.StartAsync(Host.ConnectionString, folder.Path))
        {
            Assert.Equal([two.Id], await SimilarAsync(site));
            var later = Make.Still(4, "a lighthouse in rain");
            await StoreAsync(later);
            await Eventually.TrueAsync(async () => (await SimilarAsync(site)).Contains(later.Id), "what came since is found");
            Assert.DoesNotContain(one.Id, await SimilarAsync(site));
        }
    }

    [Fact]
    public async Task an_updated_index_is_soon_saved_to_disk()
    {
        await StoreAsync(still, one, two);
        using var folder = new TempFolder();
        await using var site = await SecondSite.StartAsync(Host.ConnectionString, folder.Path);
        Assert.Equal(2, (await SimilarAsync(site)).Count);
        var files = site.Services.GetRequiredService<SimilarityIndexStore>();
        await Eventually.TrueAsync(() => Task.FromResult(files.Load(CurrentLibrary.DefaultId)?.Index.Count == 3), "it is saved");
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("cut short")]
    [InlineData("another library's")]
    [InlineData("of another database")]
    public async Task an_unusable_saved_index_is_rebuilt(string fault)
    {
        await StoreAsync(still, one, two);
        using var folder = new TempFolder();
        var files = await SaveAsync(folder,
            known => known with
            {
                Index = known.Index.WithChanges([], [one.Id]),
                Stamp = fault == "of another database" ? "0.1"
                : known.Stamp
            });
        var path = files.GetPath(CurrentLibrary.DefaultId);
        var bytes = await File.ReadAllBytesAsync(path);
        if (fault == "damaged") bytes[bytes.Length / 2] ^= 1;
        if (fault == "another library's") files.Save("bert", files.Load(CurrentLibrary.DefaultId)!);
        await File.WriteAllBytesAsync(path, fault == "cut short" ? bytes[..^9] : fault == "another library's"
            ? await File.ReadAllBytesAsync(files.GetPath("bert")) : bytes);
        await using var site = await SecondSite.StartAsync(Host.ConnectionString, folder.Path);
        Assert.Equal(new[] { one.Id, two.Id }.Order(), (await SimilarAsync(site)).Order());
    }

    private async Task<SimilarityIndexStore> SaveAsync(TempFolder folder, Func<VersionedSimilarityIndex, VersionedSimilarityIndex> change)
    {
        var files = new SimilarityIndexStore(folder.PathOf("similarity"), TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<SimilarityIndexStore>.Instance);
        files.Save(CurrentLibrary.DefaultId, change(await Host.Site.Services.GetRequiredService<UpdateSimilarityIndex>()
            .RunAsync(CurrentLibrary.DefaultId, null, default)));
        return files;
    }

    private async Task<List<Guid>> SimilarAsync(IAlbaHost site)
    {
        using var client = site.Server.CreateClient();
        List<Guid> found = [];
        await Eventually.TrueAsync(async () =>
        {
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"/posts/{still.Id}/similar"));
            found = [.. page.QuerySelectorAll("article[data-post-id]").Select(card => Guid.Parse(card.GetAttribute("data-post-id")!))];
            return found.Count > 0;
        }, "the index is ready");
        return found;
    }
}
