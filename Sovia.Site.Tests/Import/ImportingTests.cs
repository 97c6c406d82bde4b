using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class ImportingTests(SoviaHost host) : ImportTest(host)
{
    [Fact]
    public async Task the_same_file_again_changes_nothing()
    {
        var json = SyntheticExport.Json(families: 30, seed: 1);
        var first = await ImportAsync(json);
        var before = await LibraryDump.ReadAsync(Host.ConnectionString);
        var again = await ImportAsync(json);
        Assert.Equal(30, first.Counts.Families);
        Assert.Equal(first.Counts.Posts, first.Counts.New);
        Assert.Equal((0, 0, first.Counts.Posts), (again.Counts.New, again.Counts.Changed, again.Counts.Unchanged));
        Assert.Equal(before, await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task the_same_posts_as_array_pages_or_lines_are_the_same_library()
    {
        var dumps = new HashSet<string>();
        foreach (var layout in new[] { SyntheticExport.Json(12, 2), SyntheticExport.Pages(12, 2), SyntheticExport.Lines(12, 2) })
        {
            await Host.ResetAsync();
            await ImportAsync(layout);
            dumps.Add(await LibraryDump.ReadAsync(Host.ConnectionString));
        }
        Assert.Single(dumps);
    }

    [Fact]
    public async Task empty_values_overwrite_nothing()
    {
        await ImportAsync(
            $$"""[{"id":"{{A}}","prompt":"a heron","modelName":"m","mediaType":"image","mediaUrl":"https://assets.grok.com/a","userInteractionStatus":{"likeStatus":true},"audioUrls":["https://assets.grok.com/s"]}]""");
        await ImportAsync(
            $$"""[{"id":"{{A}}","prompt":"","modelName":null,"mediaType":"","mediaUrl":null,"userInteractionStatus":{},"audioUrls":[]}]""");
        var post = await LoadPostAsync(A);
        Assert.Equal(("a heron", "m", MediaKind.Image, "https://assets.grok.com/a", true),
            (post.Prompt, post.Model, post.Kind, post.MediaUrl, post.Liked));
        Assert.Single(post.AudioUrls);
        Assert.Equal(2, post.Raw.Count);
    }

    [Fact]
    public async Task a_newer_statement_is_shown_and_the_older_export_again_does_not_undo_it()
    {
        var old = $$"""[{"id":"{{A}}","prompt":"old","userInteractionStatus":{"likeStatus":true} }]""";
        await ImportLaterAsync(0, old);
        var run = await ImportLaterAsync(1, $$"""[{"id":"{{A}}","prompt":"new","userInteractionStatus":{"likeStatus":false} }]""");
        Assert.Equal(1, run.IssueCounts[IssueCode.Conflict]);
        Assert.Equal(1, (await ImportLaterAsync(0, old)).Counts.Unchanged);
        var post = await LoadPostAsync(A);
        Assert.Equal(("new", false), (post.Prompt, post.Liked));
    }

    [Fact]
    public async Task a_bad_item_is_an_issue_with_its_place_and_the_rest_goes_in()
    {
        var run = await ImportAsync($$"""{"posts":[{"id":"{{A}}"},{"prompt":"no id"},7,{"id":"{{B}}","createTime":"soon"}]}""");
        Assert.Equal((ImportState.Finished, 2, 2), (run.State, run.Counts.Posts, run.Counts.Rejected));
        Assert.Equal(["$.posts[1]", "$.posts[2]", "$.posts[3]"], run.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public async Task an_invalid_file_does_not_block_the_others()
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
    public async Task an_interrupted_run_resumes_and_counts_each_post_once()
    {
        var (run, files) = CreateRunWithFiles(SyntheticExport.Json(families: 300, seed: 3));
        using var stop = new CancellationTokenSource();
        var stopping = new CancelAfterBatches(stop, batches: 2);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Importer.RunAsync(run, files, false, stopping, stop.Token));
        await using (var session = Host.Store.QuerySession()) run = (await session.LoadAsync<ImportRun>(run.Id))!;
        Assert.InRange(run.Counts.Posts, 1, SyntheticExport.Posts(300, 3) - 1);
        run = await Importer.RunAsync(run, files, false, null, default);
        Assert.Equal((ImportState.Finished, 300, SyntheticExport.Posts(300, 3)), (run.State, run.Counts.Families, run.Counts.Posts));
        Assert.Equal(run.Counts.Posts, run.Counts.New);
    }

    [Fact]
    public async Task a_dry_run_counts_and_writes_nothing()
    {
        var (run, files) = CreateRunWithFiles(SyntheticExport.Json(families: 20, seed: 4));
        run = await Importer.RunAsync(run, files, true, null, default);
        Assert.Equal(20, run.Counts.Families);
        Assert.Empty(await FamiliesAsync());
    }
}
