using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>An item that the database rejects is reported, and all others are imported.</summary>
public sealed class RefusedItemTests(SoviaHost host) : ImportTest(host)
{
    private const int Posts = 40;

    [Fact]
    public async Task an_item_that_the_database_refuses_is_named_and_the_rest_goes_in()
    {
        await using var refusing = await RefusingTrigger.CreateAsync(Host.ConnectionString, "post_index", $"new.id in ('{Id(13)}', '{Id(31)}')");
        var run = await ImportAsync(Json());
        Assert.Equal((ImportState.Finished, Posts - 2, Posts - 2, 2), (run.State, run.Counts.Posts, run.Counts.New, run.Counts.Rejected));
        Assert.Equal([(IssueCode.Refused, "$[13]", true), (IssueCode.Refused, "$[31]", true)],
            run.Issues.Select(issue => (issue.Code, issue.Path, issue.Rejected)));
        Assert.Contains("54000", run.Issues[0].Reason, StringComparison.Ordinal);
        Assert.Null(await LoadPostAsync(Id(13)));
        Assert.NotNull(await LoadPostAsync(Id(14)));
        Assert.Equal(Posts - 2, (await FamiliesAsync()).Count);
    }

    [Fact]
    public async Task posts_that_only_go_in_apart_do_not_keep_the_others_out()
    {
        await using var refusing = await RefusingTrigger.CreateAsync(Host.ConnectionString, "family_index", "new.items > 2");
        var run =
            await ImportAsync(
                $$"""[{"id":"{{A}}","mediaType":"image"},{"id":"{{B}}","mediaType":"video","originalPostId":"{{A}}"},{"id":"{{C}}","mediaType":"video","originalPostId":"{{A}}"},{"id":"{{D}}","mediaType":"image"}]""");
        Assert.Equal((ImportState.Finished, 3, 1), (run.State, run.Counts.Posts, run.Counts.Rejected));
        Assert.Equal("$[2]", Assert.Single(run.Issues).Path);
        Assert.NotNull(await LoadPostAsync(D));
    }

    [Fact]
    public async Task a_run_that_cannot_be_written_at_all_fails_and_the_next_goes_in()
    {
        // Not a matter of what is in it: a table that is not as it should be.
        await SqlAsync("alter table sovia.run_statement rename to hidden");
        Guid bad;
        try
        {
            bad = await QueueImportAsync(Json());
            await Eventually.TrueAsync(async () => (await RunAsync(bad)).HasEnded, "the run that cannot be written ends");
        }
        finally
        {
            await SqlAsync("alter table sovia.hidden rename to run_statement");
        }
        var good = await QueueImportAsync(Json());
        await Eventually.TrueAsync(async () => (await RunAsync(good)).HasEnded, "the next one ends");
        Assert.Equal(ImportState.Failed, (await RunAsync(bad)).State);
        Assert.Contains("42P01", (await RunAsync(bad)).Failure, StringComparison.Ordinal);
        Assert.Equal((ImportState.Finished, Posts), ((await RunAsync(good)).State, (await RunAsync(good)).Counts.New));
        Assert.Null(Host.Site.Services.GetRequiredService<JobBlockedReasons>().CurrentReason);
    }

    [Fact]
    public async Task an_undo_leaves_the_post_that_is_refused_and_takes_out_the_rest()
    {
        var first = await ImportLaterAsync(0,
            $$"""[{"id":"{{A}}","prompt":"one"},{"id":"{{B}}","prompt":"one"},{"id":"{{C}}","prompt":"one"}]""");
        var second = await ImportLaterAsync(1,
            $$"""[{"id":"{{A}}","prompt":"two"},{"id":"{{B}}","prompt":"two"},{"id":"{{D}}","prompt":"two"}]""");
        await using (await RefusingTrigger.CreateAsync(Host.ConnectionString, "post_index", $"new.id = '{B}'"))
        {
            var plan = await Host.Site.Services.GetRequiredService<UndoImport>().RunAsync(second.Id, leavesEdited: false, default);
            Assert.Equal((null, D, A, B), (plan.Refusal, Assert.Single(plan.Removed).ToString(), Assert.Single(plan.Restored).ToString(),
                Assert.Single(plan.Kept).Id.ToString()));
        }
        Assert.Equal(("one", "two"), ((await LoadPostAsync(A)).Prompt, (await LoadPostAsync(B)).Prompt));
        Assert.Equal(ImportState.Undone, (await RunAsync(second.Id)).State);
        Assert.Equal(ImportState.Finished, (await RunAsync(first.Id)).State);
    }

    [Fact]
    public async Task a_picture_of_an_archive_that_is_refused_is_named_and_its_posts_go_in()
    {
        var (bad, good) = (TestMedia.Jpeg(), TestMedia.Jpeg());
        await using var refusing =
            await RefusingTrigger.CreateAsync(Host.ConnectionString, "mt_doc_mediafile", $"new.id = '{TestMedia.Hash(bad)}'");
        var zip = TestArchives.Zip(("a.jpg", bad), ("posts.json", TestArchives.Bytes(Json())), ("b.jpg", good));
        ImportableFile[] files = [new("all.zip", zip.Length, () => new MemoryStream(zip))];
        var run = await Importer.RunAsync(CreateRun(files), files, dryRun: false, progress: null, default);
        Assert.Equal((ImportState.Finished, Posts), (run.State, run.Counts.New));
        var issue = Assert.Single(run.Issues, issue => issue.Code == IssueCode.Refused);
        Assert.Equal(("all.zip", "a.jpg"), (issue.File, issue.Path));
        await using var session = Host.Store.QuerySession();
        Assert.NotNull(await session.LoadAsync<MediaFile>(TestMedia.Hash(good)));
    }

    private async Task SqlAsync(string sql)
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Id(int number) => $"{number:x8}-0000-4000-8000-000000000000";

    private static string Json() =>
        $"[{string.Join(',', Enumerable.Range(0, Posts).Select(number => $$"""{"id":"{{Id(number)}}","mediaType":"image","prompt":"a heron {{number}}"}"""))}]";

    private async Task<Guid> QueueImportAsync(string json)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await WithAsync<StartImport, Guid>(start => start.QueueAsync([("export.json", content)], stopsAtPreview: false, default));
    }

    private async Task<ImportRun> RunAsync(Guid id)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<ImportRun>(id))!;
    }
}
