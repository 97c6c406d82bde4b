using System.Text;
using Sovia.Import;
using Sovia.Import.Json;

namespace Sovia.Tests.Import.Json;

/// <summary>Any input ends quickly with a documented issue code, and its valid items are read.</summary>
public sealed class HostileTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";

    [Theory]
    [InlineData("", IssueCode.Empty)]
    [InlineData(" \r\n\t ", IssueCode.Empty)]
    [InlineData("\uFEFF", IssueCode.Empty)]
    [InlineData("[]", IssueCode.Empty)]
    [InlineData("""{"posts":[],"nextCursor":""}""", IssueCode.Empty)]
    [InlineData("""{"log":{"version":"1.2","entries":[]}}""", IssueCode.Empty)]
    [InlineData("hello world", IssueCode.NotJson)]
    [InlineData("{", IssueCode.Truncated)]
    [InlineData("{oops}", IssueCode.Truncated)]
    [InlineData("<html><title>Just a moment...</title>", IssueCode.HtmlChallenge)]
    [InlineData("<!DOCTYPE html><body>Sign in</body>", IssueCode.HtmlChallenge)]
    [InlineData("""{"code":16,"message":"unauthenticated","details":[]}""", IssueCode.ApiError)]
    [InlineData("""{"error":{"code":429,"message":"slow down"}}""", IssueCode.ApiError)]
    [InlineData("""{"error":"Forbidden"}""", IssueCode.ApiError)]
    [InlineData("""{"theme":"dark","list":[1,2]}""", IssueCode.UnknownShape)]
    [InlineData("""{"pack":[{"text":"a heron","rating":3}]}""", IssueCode.UnknownShape)]
    [InlineData("""["a heron","a reed"]""", IssueCode.UnknownShape)]
    public void a_file_without_posts_says_why(string text, string code)
    {
        var issue = Assert.Single(SourceItems.Read(text).Issues);
        Assert.Equal((code, true), (issue.Code, issue.Rejected));
    }

    [Fact]
    public void an_unknown_shape_names_what_was_found() =>
        Assert.Contains("theme, list", SourceItems.Read("""{"theme":"dark","list":[1,2]}""").Issues[0].Reason, StringComparison.Ordinal);

    [Fact]
    public void an_empty_last_page_is_the_usual_end() =>
        Assert.Empty(SourceItems.Read($$"""{"posts":[{"id":"{{A}}"}],"nextCursor":"1"}{"posts":[],"nextCursor":""}""").Issues);

    [Theory]
    [InlineData("[")]
    [InlineData("""{"posts":""")]
    [InlineData("""{"x":""")]
    public void brackets_without_end_are_too_deep(string bracket) =>
        Assert.Equal(IssueCode.Depth, SourceItems.Read(string.Concat(Enumerable.Repeat(bracket, 300_000))).Issues[^1].Code);

    [Fact]
    public void an_item_with_a_huge_text_or_too_many_values_is_left_out_and_the_next_goes_in()
    {
        var limits = new ReadLimits { StringBytes = 1000, Nodes = 5000 };
        var result =
            SourceItems.Read(
                $$"""[{"id":"{{B}}","prompt":"{{new string('x', 2000)}}"},{"id":"{{B}}","x":[{{string.Join(',', Enumerable.Repeat("1", 6000))}}]},{"id":"{{A}}"}]""", limits);
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Equal([IssueCode.TooLarge, IssueCode.TooLarge], result.Codes);
    }

    [Fact]
    public void an_item_that_does_not_fit_into_memory_is_stepped_over()
    {
        var result =
            SourceItems.Read(
                $$"""[{"id":"{{A}}"},{"id":"{{B}}","x":[{{string.Join(',', Enumerable.Repeat("\"0123456789\"", 60_000))}}]},{"id":"{{A}}"}]""", new() { ItemBytes = 256 * 1024 });
        Assert.Equal([A, A], result.Posts.Select(post => post.Id.ToString()));
        Assert.Equal(IssueCode.TooLarge, Assert.Single(result.Issues).Code);
    }

    [Fact]
    public void a_text_that_does_not_fit_into_memory_ends_the_file()
    {
        var result = SourceItems.Read($$"""[{"id":"{{A}}"},{"id":"{{B}}","x":"{{new string('x', 1 << 20)}}"},{"id":"{{A}}"}]""",
            new() { ItemBytes = 256 * 1024 });
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.All(result.Codes, code => Assert.Equal(IssueCode.TooLarge, code));
    }

    [Fact]
    public void a_file_that_is_too_large_or_has_too_many_items_gives_those_before()
    {
        var list = SyntheticExport.Json(200, 1);
        var large = SourceItems.Read(list, new() { TextBytes = 200_000 });
        Assert.Equal(IssueCode.TooLarge, Assert.Single(large.Issues).Code);
        Assert.NotEmpty(large.Incoming);
        Assert.Equal(IssueCode.TooLarge,
            Assert.Single(SourceItems.Read($"[{string.Join(',', Enumerable.Repeat($"{{\"id\":\"{A}\"}}", 200))}]",
                new() { Nodes = 100 }).Issues).Code);
    }

    [Fact]
    public void text_of_any_kind_does_not_stop_a_post()
    {
        foreach (var prompt in new[] { @"a\u0000b", @"\ud800", @"\udc00x", "مرحبا", @"tab\tand\u000bvt", "\u200b", @"\u001b[31m" })
            Assert.Equal(A,
                SourceItems.Read(
                    $$"""[{"id":"{{A}}","prompt":"{{prompt}}","{{prompt}}":1,"createTime":"{{prompt}}","mediaType":"{{prompt}}","mediaUrl":"{{prompt}}","audioUrls":["{{prompt}}"],"videoDuration":"{{prompt}}","rRated":"{{prompt}}"}]""").Post.Id.ToString());
    }

    [Fact]
    public void bytes_that_are_no_utf8_and_names_that_come_twice_do_not_stop_a_post()
    {
        var post = SourceItems.Read([.. TestArchives.Bytes($$"""[{"id":"x","id":"{{A}}","prompt":"a"""), 0xFF, 0xC3, 0x28, .. TestArchives.Bytes("\"}]")]).Post;
        Assert.Equal(A, post.Id.ToString());
        Assert.Contains('\uFFFD', post.Prompt!);
    }

    [Fact]
    public void a_post_that_holds_itself_is_one_post()
    {
        var result =
            SourceItems.Read(
                $$"""[{"id":"{{A}}","originalPostId":"{{A}}","childPosts":[{"id":"{{A}}"}],"originalPost":{"id":"{{A}}"},"videos":[{"id":"{{A}}"}]}]""");
        Assert.All(result.Posts, post => Assert.Null(post.ParentId));
    }

    [Fact]
    public void a_multitude_of_things_that_are_no_posts_ends_in_time()
    {
        var text = new StringBuilder("[{\"id\":\"x\"}");
        for (var i = 0; i < 300_000; i++) text.Append(",{}");
        Assert.All(SourceItems.Read(text.Append(']').ToString()).Issues, issue => Assert.Equal(IssueCode.NoId, issue.Code));
    }

    [Fact]
    public void memory_does_not_grow_with_the_file()
    {
        // 200 MB that are never there at once.
        var row = TestArchives.Bytes($$"""{"id":"{{A}}","prompt":"{{new string('x', 2000)}}"},""");
        IEnumerable<ReadOnlyMemory<byte>> Parts()
        {
            yield return "["u8.ToArray();
            for (var i = 0; i < 100_000; i++) yield return row;
            yield return "]"u8.ToArray();
        }
        using var stream = new Sovia.Import.Containers.EnumerableStream(Parts());
        var peakMemory = 0L;
        var items = 0;
        foreach (var _ in new JsonItemReader(stream, new("big", new())).ReadAsync(default).ToBlockingEnumerable())
            if (items++ % 20_000 == 0) peakMemory = Math.Max(peakMemory, GC.GetTotalMemory(forceFullCollection: true));
        Assert.Equal(100_000, items);
        Assert.InRange(peakMemory, 0, 400_000_000);
    }

    [Fact]
    public void a_name_of_half_a_pair_in_what_is_passed_over_ends_nothing()
    {
        const string Half = """ "settings":{"\udc00":[{"\ud83d":1}],"\ud83d\ude00":{"id":"x"}} """;
        Assert.Equal(A, SourceItems.Read($"{{\"posts\":[{{\"id\":\"{A}\"}}],{Half}}}").Post.Id.ToString());
    }
}
