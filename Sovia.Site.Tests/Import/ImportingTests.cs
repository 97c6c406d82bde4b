using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class ImportingTests(SoviaHost host) : HostTest(host)
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string C = "cccccccc-0000-4000-8000-000000000003";
    private const string D = "dddddddd-0000-4000-8000-000000000004";

    private async Task<ImportRun> ImportAsync(params string[] files)
    {
        var sources = files.Select((text, i) => (Name: $"{i}.json", Bytes: Encoding.UTF8.GetBytes(text))).ToList();
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(), State = ImportState.Importing, StartedAt = DateTimeOffset.UtcNow,
            Sources = [.. sources.Select(source => new ImportSource(source.Name, source.Bytes.Length))],
        };
        return await Host.Site.Services.GetRequiredService<ImportFiles>().RunAsync(
            run, [.. sources.Select(source => new ImportFile(source.Name, source.Bytes.Length, () => new MemoryStream(source.Bytes)))], false, null, default);
    }

    private async Task<Post> PostAsync(string id)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<Post>(Guid.Parse(id)))!;
    }

    private async Task<IReadOnlyList<Family>> FamiliesAsync()
    {
        await using var session = Host.Store.QuerySession();
        return await session.Query<Family>().OrderBy(family => family.Id).ToListAsync();
    }

    [Fact]
    public async Task the_same_file_again_changes_nothing()
    {
        var json = SyntheticExport.Json(families: 30, seed: 1);
        var first = await ImportAsync(json);
        var before = await LibraryDump.OfAsync(Host.ConnectionString);
        var again = await ImportAsync(json);
        Assert.Equal(30, first.Counts.Families);
        Assert.Equal(first.Counts.Posts, first.Counts.New);
        Assert.Equal((0, 0, first.Counts.Posts), (again.Counts.New, again.Counts.Changed, again.Counts.Unchanged));
        Assert.Equal(before, await LibraryDump.OfAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task the_same_posts_as_array_pages_or_lines_are_the_same_library()
    {
        var dumps = new HashSet<string>();
        foreach (var layout in new[] { SyntheticExport.Json(12, 2), SyntheticExport.Pages(12, 2), SyntheticExport.Lines(12, 2) })
        {
            await Host.ResetAsync();
            await ImportAsync(layout);
            dumps.Add(await LibraryDump.OfAsync(Host.ConnectionString));
        }
        Assert.Single(dumps);
    }

    [Fact]
    public async Task two_accounts_children_of_one_parent_are_united()
    {
        await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{B}}","mediaType":"video"}]}]""");
        var run = await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{C}}","mediaType":"video"}]}]""");
        Assert.Equal((1, 1), (run.Counts.New, run.Counts.Unchanged));
        Assert.Equal(2, Assert.Single(await FamiliesAsync()).Videos);
    }

    [Fact]
    public async Task emptiness_overwrites_nothing()
    {
        await ImportAsync($$"""[{"id":"{{A}}","prompt":"a heron","modelName":"m","mediaType":"image","mediaUrl":"https://assets.grok.com/a","userInteractionStatus":{"likeStatus":true},"audioUrls":["https://assets.grok.com/s"]}]""");
        await ImportAsync($$"""[{"id":"{{A}}","prompt":"","modelName":null,"mediaType":"","mediaUrl":null,"userInteractionStatus":{},"audioUrls":[]}]""");
        var post = await PostAsync(A);
        Assert.Equal(("a heron", "m", MediaKind.Image, "https://assets.grok.com/a", true), (post.Prompt, post.Model, post.Kind, post.MediaUrl, post.Liked));
        Assert.Single(post.AudioUrls);
        Assert.Equal(2, post.Raw.Count);
    }

    [Fact]
    public async Task a_newer_statement_is_shown_and_the_older_export_again_does_not_undo_it()
    {
        var old = $$"""[{"id":"{{A}}","prompt":"old","userInteractionStatus":{"likeStatus":true} }]""";
        await ImportAsync(old);
        var run = await ImportAsync($$"""[{"id":"{{A}}","prompt":"new","userInteractionStatus":{"likeStatus":false} }]""");
        Assert.Equal(1, run.IssueCounts[IssueCode.Conflict]);
        Assert.Equal(1, (await ImportAsync(old)).Counts.Unchanged);
        var post = await PostAsync(A);
        Assert.Equal(("new", false), (post.Prompt, post.Liked));
    }

    [Fact]
    public async Task a_parent_that_comes_later_takes_its_place_in_the_family_it_was_missed_in()
    {
        var run = await ImportAsync($$"""[{"id":"{{B}}","mediaType":"video","originalPostId":"{{A}}"}]""");
        Assert.Equal(1, run.IssueCounts[IssueCode.ParentMissing]);
        Assert.Equal((1, 1), (run.Counts.Posts, run.Counts.Families));
        Assert.True((await PostAsync(A)).IsStub);
        Assert.Equal(B, Assert.Single(await FamiliesAsync()).CoverId.ToString());
        run = await ImportAsync($$"""[{"id":"{{A}}","mediaType":"image","prompt":"a heron"}]""");
        Assert.Equal(1, run.Counts.New);
        var family = Assert.Single(await FamiliesAsync());
        Assert.Equal((A, "a heron", 1, 1), (family.CoverId.ToString(), family.Prompt, family.Images, family.Videos));
    }

    [Fact]
    public async Task a_root_that_turns_out_to_be_a_child_brings_its_family_along()
    {
        await ImportAsync($$"""[{"id":"{{B}}","childPosts":[{"id":"{{C}}","childPosts":[{"id":"{{D}}"}]}]}]""");
        var run = await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{B}}"}]}]""");
        Assert.Equal(1, run.Counts.Families);
        Assert.Equal(A, Assert.Single(await FamiliesAsync()).Id.ToString());
        foreach (var id in new[] { A, B, C, D }) Assert.Equal(A, (await PostAsync(id)).RootId.ToString());
    }

    [Fact]
    public async Task a_circle_is_cut_and_noted()
    {
        await ImportAsync($$"""[{"id":"{{A}}","originalPostId":"{{B}}"}]""");
        var run = await ImportAsync($$"""[{"id":"{{B}}","originalPostId":"{{A}}"}]""");
        Assert.Equal(1, run.IssueCounts[IssueCode.Cycle]);
        Assert.Single(await FamiliesAsync());
        Assert.Single(await FamiliesAsync(), family => family.Id == (PostAsync(A).Result).RootId && family.Id == (PostAsync(B).Result).RootId);
    }

    [Fact]
    public async Task a_bad_item_is_an_issue_with_its_place_and_the_rest_goes_in()
    {
        var run = await ImportAsync($$"""{"posts":[{"id":"{{A}}"},{"prompt":"no id"},7,{"id":"{{B}}","createTime":"soon"}]}""");
        Assert.Equal((ImportState.Finished, 2, 2), (run.State, run.Counts.Posts, run.Counts.Rejected));
        Assert.Equal(["$.posts[1]", "$.posts[2]", "$.posts[3]"], run.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public async Task of_several_files_a_bad_one_does_not_keep_the_others_out()
    {
        var run = await ImportAsync("not json", $$"""[{"id":"{{A}}"}]""");
        Assert.Equal((ImportState.Finished, 1, 1), (run.State, run.Counts.Posts, run.Counts.Rejected));
        Assert.Equal("0.json", Assert.Single(run.Issues).File);
        Assert.All(run.Sources.Skip(1), source => Assert.Equal(64, source.Sha256!.Length));
    }

    [Fact]
    public async Task a_file_that_holds_nothing_fails_with_the_reason()
    {
        var run = await ImportAsync("<html>");
        Assert.Equal(ImportState.Failed, run.State);
        Assert.NotNull(run.Failure);
    }

    [Fact]
    public async Task one_post_twice_in_a_file_is_one_post()
    {
        var run = await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{B}}"}]},{"id":"{{B}}","prompt":"x"}]""");
        Assert.Equal((2, 2, 1), (run.Counts.Posts, run.Counts.New, run.Counts.Families));
        Assert.Equal(A, (await PostAsync(B)).ParentId.ToString());
    }

    [Fact]
    public async Task a_run_that_went_down_goes_on_where_it_stopped_and_counts_each_post_once()
    {
        var bytes = Encoding.UTF8.GetBytes(SyntheticExport.Json(families: 300, seed: 3));
        var run = new ImportRun { Id = Guid.CreateVersion7(), StartedAt = DateTimeOffset.UtcNow, Sources = [new("a.json", bytes.Length)] };
        var import = Host.Site.Services.GetRequiredService<ImportFiles>();
        using var stop = new CancellationTokenSource();
        var stopping = new StopAfter(stop, batches: 2);
        ImportFile[] files = [new("a.json", bytes.Length, () => new MemoryStream(bytes))];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.RunAsync(run, files, false, stopping, stop.Token));
        await using (var session = Host.Store.QuerySession()) run = (await session.LoadAsync<ImportRun>(run.Id))!;
        Assert.InRange(run.Counts.Posts, 1, SyntheticExport.Posts(300, 3) - 1);
        run = await import.RunAsync(run, files, false, null, default);
        Assert.Equal((ImportState.Finished, 300, SyntheticExport.Posts(300, 3)), (run.State, run.Counts.Families, run.Counts.Posts));
        Assert.Equal(run.Counts.Posts, run.Counts.New);
    }

    [Fact]
    public async Task a_dry_run_counts_and_writes_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes(SyntheticExport.Json(families: 20, seed: 4));
        var run = new ImportRun { Id = Guid.CreateVersion7(), StartedAt = DateTimeOffset.UtcNow, Sources = [new("a.json", bytes.Length)] };
        run = await Host.Site.Services.GetRequiredService<ImportFiles>().RunAsync(run, [new("a.json", bytes.Length, () => new MemoryStream(bytes))], true, null, default);
        Assert.Equal(20, run.Counts.Families);
        Assert.Empty(await FamiliesAsync());
    }
}
