using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Demo;
using Sovia.Import;
using Sovia.Library;
using Sovia.Media;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Demo;

public sealed class RemovingTests(SoviaHost host) : DemoTest(host)
{
    private RemoveDemo Remove => Host.Site.Services.GetRequiredService<RemoveDemo>();

    [Fact]
    public async Task one_click_removes_it_and_a_real_import_stays_as_it_was()
    {
        var json = SyntheticExport.Json(families: 12, seed: 5);
        await ImportAsync(json);
        var real = await LibraryDump.ReadAsync(Host.ConnectionString);
        await Host.ResetAsync();

        await StartAsync();
        await ImportAsync(json);
        var response = await PressAsync("/demo", "/demo/remove");
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (response.StatusCode, response.Headers.Location!.ToString()));
        Assert.Equal(real, await LibraryDump.ReadAsync(Host.ConnectionString));
        Assert.False(Directory.Exists(Folder.Folder));
        Assert.Null(await RunAsync());
        await using var session = Host.Store.QuerySession();
        Assert.Single(await session.Query<ImportRun>().ToListAsync());
        Assert.Empty(await session.Query<FileLocation>().Where(location => location.Root == Folder.Folder).ToListAsync());
        Assert.DoesNotContain("demo library", (await OpenAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task removing_twice_or_after_a_partial_removal_removes_everything()
    {
        await StartAsync();
        Folder.Delete();
        await using (var session = Host.Store.LightweightSession())
        {
            session.DeleteWhere<Post>(post => post.OwnerId == DemoIds.Owner);
            await session.SaveChangesAsync();
        }
        for (var i = 0; i < 2; i++)
        {
            await Remove.RunAsync(default);
            Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));
            Assert.Null(await RunAsync());
        }
        Assert.NotNull((await OpenAsync("/")).QuerySelector("form[action='/demo/start']"));
    }

    [Fact]
    public async Task a_demo_that_is_still_being_drawn_can_be_removed_and_started_again()
    {
        await PressAsync("/", "/demo/start");
        await Remove.RunAsync(default);
        Assert.Equal(0, await PostsAsync());
        await StoreMostPicturesAsync();
        Assert.Equal((ImportState.Finished, 60), ((await StartAsync()).State, (await RunAsync())!.Counts.Families));
    }

    [Fact]
    public async Task a_user_post_made_from_a_demo_item_survives_the_removal()
    {
        await StartAsync();
        await ImportAsync(
            $$"""[{"id":"aaaaaaaa-0000-4000-8000-000000000001","originalPostId":"{{DemoScenes.All[5].Id}}","prompt":"mine","childPosts":[{"id":"bbbbbbbb-0000-4000-8000-000000000002"}]}]""");
        await Remove.RunAsync(default);
        await using var session = Host.Store.QuerySession();
        var family = Assert.Single(await session.Query<Family>().ToListAsync());
        Assert.Equal("mine", family.Prompt);
        Assert.All(await session.Query<Post>().ToListAsync(), post => Assert.Equal(family.Id, post.RootId));
        Assert.Equal(2, await PostsAsync());
    }

    private Task<ImportRun> ImportAsync(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var run = new ImportRun { Id = Guid.CreateVersion7(), StartedAt = Make.Start, Sources = [new("real.json", bytes.Length)] };
        return Importer.RunAsync(run, [new("real.json", bytes.Length, () => new MemoryStream(bytes))], dryRun: false, progress: null,
            default);
    }
}
