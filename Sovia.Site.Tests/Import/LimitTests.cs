using System.Text;
using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>
/// Texts, numbers and times that no index, no row and no page can hold are bounded where a post is taken in, and the report says so.
/// </summary>
public sealed class LimitTests(SoviaHost host) : ImportTest(host)
{
    [Theory]
    [InlineData("modelName")]
    [InlineData("mode")]
    [InlineData("originalRefType")]
    [InlineData("resolutionName")]
    [InlineData("conversationId")]
    [InlineData("mimeType")]
    [InlineData("title")]
    public async Task a_name_that_no_index_takes_is_cut_and_said_to_be(string property)
    {
        var name = Noise(4_000);
        var run =
            await ImportAsync($$"""[{"id":"{{A}}","mediaType":"image","{{property}}":"{{name}}"},{"id":"{{B}}","mediaType":"image"}]""");
        Assert.Equal((ImportState.Finished, 2, 0), (run.State, run.Counts.New, run.Counts.Rejected));
        var issue = Assert.Single(run.Issues);
        Assert.Equal((IssueCode.OutOfBounds, "$[0]"), (issue.Code, issue.Path));
        Assert.Contains($"\"{property}\"", issue.Reason, StringComparison.Ordinal);
        // The source's own words are kept as they came.
        Assert.Contains(name, Assert.Single((await LoadPostAsync(A)).Raw), StringComparison.Ordinal);
        Assert.All(new[] { (await LoadPostAsync(A)).Model, (await LoadPostAsync(A)).Mode }, text =>
            Assert.InRange(text?.Length ?? 0, 0, PostLimits.MaxNameLength));
        Assert.Equal(0, (await ImportAsync($$"""[{"id":"{{A}}","mediaType":"image","{{property}}":"{{name}}"}]""")).Counts.Changed);
    }

    [Theory]
    [InlineData("""{"byId":{"\u0000":{"id":"x"},"a\u0000b":{"mediaUrl":"https://assets.grok.com/x","id":7}}}""")]
    [InlineData("""[{"id":"aaaaaaaa-0000-4000-8000-000000000001","a\u0000b":1,"\u0000":{"\u0000":"\u0000"}}]""")]
    [InlineData("""[{"id":"aaaaaaaa-0000-4000-8000-000000000001","\ud800":"\udc00","childPosts":[{"\u0000":1},null,7]}]""")]
    [InlineData(
        """[{"id":"aaaaaaaa-0000-4000-8000-000000000001","prompt":"a\u0000b","modelName":"\u0000","mode":"\ud800","title":"\u0000x"}]""")]
    [InlineData("""[{"\u0000":1}]""")]
    public async Task a_nul_or_half_a_pair_is_stored_wherever_it_stands(string json)
    {
        var run = await ImportAsync(json);
        Assert.True(run.HasEnded);
        Assert.DoesNotContain(run.Issues, issue => issue.Path.Contains('\0', StringComparison.Ordinal)
            || issue.Reason.Contains('\0', StringComparison.Ordinal));
        Assert.Equal(1, (await ImportAsync($$"""[{"id":"{{B}}","mediaType":"image"}]""")).Counts.New);
    }

    [Theory]
    [InlineData("\"0000-01-01T00:00:00Z\"")]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"9999-12-31T23:59:59.9999999Z\"")]
    [InlineData("\"294276-12-31T00:00:00Z\"")]
    [InlineData("\"infinity\"")]
    [InlineData("1e400")]
    [InlineData("-62135596800000")]
    public async Task a_time_that_cannot_be_is_left_out_and_said_to_be(string time)
    {
        var run =
            await ImportAsync(
                $$"""[{"id":"{{A}}","mediaType":"image","createTime":{{time}},"resolution":{"width":1e300,"height":999999999},"videoDuration":1e308}]""");
        Assert.Equal((ImportState.Finished, 1), (run.State, run.Counts.New));
        Assert.Contains(run.Issues, issue => issue.Code == IssueCode.TimeInvalid);
        Assert.Null((await LoadPostAsync(A)).CreatedAt);
        foreach (var page in new[] { "/", $"/posts/{A}", "/?sort=date_asc", "/facets" })
        {
            using var client = Host.Site.Server.CreateClient();
            using var response = await client.GetAsync(page);
            Assert.True(response.IsSuccessStatusCode, $"{page}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task lists_and_addresses_beyond_measure_are_cut_or_left_out()
    {
        var references = string.Join(',', Enumerable.Range(1, 3_000)
            .Select(number => $$"""{"id":"{{number:x8}}-1111-4000-8000-000000000000"}"""));
        var run =
            await ImportAsync(
                $$"""[{"id":"{{A}}","mediaUrl":"https://assets.grok.com/{{Noise(9_000)}}","inputMediaItems":[{{references}}]}]""");
        Assert.Equal(2, run.IssueCounts[IssueCode.OutOfBounds]);
        var post = await LoadPostAsync(A);
        Assert.Equal((null, PostLimits.MaxEntries), (post.MediaUrl, post.References.Count));
    }

    [Fact]
    public async Task a_preview_says_beforehand_what_would_be_cut()
    {
        var (run, files) = CreateRunWithFiles($$"""[{"id":"{{A}}","modelName":"{{Noise(4_000)}}"}]""");
        var preview = await Importer.RunAsync(run, files, dryRun: true, progress: null, default);
        Assert.Equal([IssueCode.OutOfBounds], preview.Issues.Select(issue => issue.Code));
        Assert.Null(await LoadPostAsync(A));
    }

    [Fact]
    public async Task the_name_of_a_file_is_kept_as_far_as_a_row_can_hold_it()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("[]"));
        var id =
            await WithAsync<StartImport, Guid>(start =>
                start.QueueAsync([($"a\0b\ud800{Noise(3_000)}.json", content)], stopsAtPreview: true, default));
        await using var session = Host.Store.QuerySession();
        var name = Assert.Single((await session.LoadAsync<ImportRun>(id))!.Sources).Name;
        Assert.StartsWith("a\uFFFDb\uFFFD", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 100, ImportIssue.MaxFileLength);
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly10!", 10, "exactly10!")]
    [InlineData("longer than that", 10, "longer th…")]
    [InlineData("12345678😀90", 10, "12345678…")]
    public void a_cut_never_parts_a_pair(string text, int most, string cut) => Assert.Equal(cut, StorableText.Truncate(text, most));

    // What PostgreSQL cannot make smaller.
    private static string Noise(int length)
    {
        var random = new Random(7);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('a', 'z' + 1)));
    }
}
