using System.Text;
using CsCheck;
using Sovia.Import;
using Sovia.Import.Json;

namespace Sovia.Tests.Import.Json;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("""[{"id":1},{"id":2}]""", "$[0]", "$[1]")]
    [InlineData("""{"posts":[{"id":1}],"nextCursor":"7"}""", "$.posts[0]")]
    [InlineData("""{"nextCursor":{"deep":[1,{"posts":[3]}]},"posts":[{"id":1},{"id":2}]}""", "$.posts[0]", "$.posts[1]")]
    [InlineData("""{"result":{"data":{"posts":[{"id":1}]}}}""", "$.result.data.posts[0]")]
    [InlineData("""{"post":{"id":1}}""", "$.post")]
    [InlineData("""{"posts":[{"id":1}]}{"posts":[{"id":2}]}""", "$.posts[0]", "$.posts[0]")]
    [InlineData("[{\"id\":1}]\n[{\"id\":2}]\n", "$[0]", "$[0]")]
    [InlineData("""[{"posts":[{"id":1}]}]""", "$[0].posts[0]")]
    [InlineData("""[1,"two",null,[{"id":4}]]""", "$[0]", "$[1]", "$[2]", "$[3][0]")]
    [InlineData("""[{"id":1,},]""", "$[0]")]
    public async Task items_are_found_where_exports_keep_them(string json, params string[] paths) =>
        Assert.Equal(paths, (await ReadAsync(Bytes(json))).Select(item => item.Path));

    [Theory]
    [InlineData("", IssueCode.Empty)]
    [InlineData("  \n ", IssueCode.Empty)]
    [InlineData("[]", IssueCode.Empty)]
    [InlineData("""{"posts":[],"nextCursor":""}""", IssueCode.Empty)]
    [InlineData("<html><body>Just a moment", IssueCode.NotJson)]
    [InlineData("posts: none", IssueCode.NotJson)]
    [InlineData("""{"conversation":[1,2],"title":"x"}""", IssueCode.UnknownShape)]
    [InlineData("42", IssueCode.UnknownShape)]
    public async Task a_file_without_items_says_why(string json, string code)
    {
        var item = Assert.Single(await ReadAsync(Bytes(json)));
        Assert.Equal(code, item.Issue!.Code);
        Assert.True(item.Issue.Rejected);
        Assert.Equal("a.json", item.Issue.File);
    }

    [Fact]
    public async Task an_unknown_shape_names_the_keys_that_were_found() =>
        Assert.Contains("conversation, title", (await ReadAsync(Bytes("""{"conversation":[1],"title":"x"}""")))[0].Issue!.Reason,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{"id":1},{"id":2},{"id":""")]
    [InlineData("""[{"id":1},{"id":2}""")]
    [InlineData("""[{"id":1},{"id":2},""")]
    [InlineData("""[{"id":1},{"id":2} oops {"id":3}]""")]
    public async Task a_damaged_file_gives_what_came_before_the_damage(string json)
    {
        var items = await ReadAsync(Bytes(json));
        Assert.Equal(2, items.Count(item => item.Issue is null));
        Assert.Equal(IssueCode.Truncated, items[^1].Issue!.Code);
    }

    [Fact]
    public async Task a_byte_order_mark_is_no_text() =>
        Assert.Equal("$[0]", Assert.Single(await ReadAsync([0xEF, 0xBB, 0xBF, .. Bytes("""[{"id":1}]""")])).Path);

    [Fact]
    public async Task bytes_that_are_no_utf8_do_not_keep_an_item_out()
    {
        var item = Assert.Single(await ReadAsync([.. Bytes("""[{"prompt":"a"""), 0xFF, 0xC3, .. Bytes("""b"}]""")]));
        Assert.Equal("a\uFFFD\uFFFDb", item.Element.GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task an_item_nested_too_deep_is_an_issue_and_the_next_one_goes_in()
    {
        var deep = new StringBuilder().Insert(0, """{"childPosts":[""", 500).Append("{}").Insert(0, "[")
            .Append(string.Concat(Enumerable.Repeat("]}", 500))).Append(",{\"id\":2}]");
        var items = await ReadAsync(Bytes(deep.ToString()));
        Assert.Equal(IssueCode.Depth, items[0].Issue!.Code);
        Assert.Equal("$[1]", items[1].Path);
    }

    [Fact]
    public async Task a_bomb_of_brackets_ends_in_an_issue() =>
        Assert.Contains((await ReadAsync(Bytes(new string('[', 3_000_000)))), item => item.Issue is not null);

    [Fact]
    public async Task an_item_larger_than_the_buffer_is_read_whole()
    {
        var prompt = new string('x', 900_000);
        var items = await ReadAsync(Bytes($$"""[{"prompt":"{{prompt}}"},{"id":2}]"""));
        Assert.Equal(prompt, items[0].Element.GetProperty("prompt").GetString());
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public void however_the_bytes_arrive_the_items_are_the_same() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 97]).Sample((items, chunk) =>
        {
            var json = "{\"skip\":[1,{\"posts\":[]}],\"posts\":["
                + string.Join(',', Enumerable.Range(0, items).Select(i => $$"""{"id":{{i}},"childPosts":[{"prompt":"é\"{[,"}]}""")) + "]}";
            var whole = ReadAsync(Bytes(json)).Result;
            var pieces = ReadAsync(Bytes(json), chunk).Result;
            return whole.Count == items && whole.Select(Text).SequenceEqual(pieces.Select(Text));
        }, iter: 200);

    private static string Text(JsonItem item) => item.Path + item.Element;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<List<JsonItem>> ReadAsync(byte[] bytes, int chunk = int.MaxValue)
    {
        using var stream = new DribblingStream(bytes, chunk);
        var items = new List<JsonItem>();
        await foreach (var item in new JsonItemReader(stream, new("a.json", new())).ReadAsync(default)) items.Add(item);
        return items;
    }
}
