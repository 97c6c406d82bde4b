using System.Text.Json;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

public sealed class ImportApiTests(SoviaHost host) : ApiTest(host)
{
    private static readonly Guid Root = Guid.NewGuid(), Child = Guid.NewGuid(), Other = Guid.NewGuid();

    [Fact]
    public async Task posts_are_checked_imported_and_known_afterwards()
    {
        var body = $$"""{"posts":[{{Post(Root, "a heron", Clip(Child))}},{{Post(Other, "a lake")}},{{Post(Other, "a lake")}}]}""";
        var check = (await SendAsync(HttpMethod.Post, "/api/import/validate", body)).Body;
        Assert.Equal((0, 2, 0, 3, true), Checked(check));
        Assert.Equal(
            ((string[])[Address(Root), Address(Child), Address(Other)]).Order(StringComparer.Ordinal),
            check.GetProperty("missing_files").EnumerateArray().Select(url => url.GetString()!));
        Assert.Equal(0, await CountAsync(""));

        var (status, _, first) = await SendAsync(HttpMethod.Post, "/api/import", body);
        Assert.Equal((200, "finished", 2, 1, 0), (status, first.GetProperty("state").GetString(), Number(first, "posts_imported"),
            Number(first, "child_posts_imported"), Number(first, "posts_skipped")));
        Assert.Equal(2, await CountAsync(""));

        Assert.Equal((2, 0, 0, 3, true), Checked((await SendAsync(HttpMethod.Post, "/api/import/validate", body)).Body));
        var again = (await SendAsync(HttpMethod.Post, "/api/import", body)).Body;
        Assert.Equal((0, 0, 2, 2), (Number(again, "posts_imported"), Number(again, "child_posts_imported"), Number(again, "posts_skipped"),
            Number(again, "total_processed")));
        Assert.Equal("finished", (await GetAsync($"/api/import/{again.GetProperty("id").GetString()}")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task an_invalid_post_is_reported_and_the_others_are_imported()
    {
        var body = $$"""{"posts":[{"id":"no id","mediaType":"MEDIA_POST_TYPE_IMAGE"},{{Post(Root, "a heron \\u0000 by a lake")}},17]}""";
        var (status, _, run) = await SendAsync(HttpMethod.Post, "/api/import", body);
        Assert.Equal((200, 1), (status, Number(run, "posts_imported")));
        Assert.Equal(2, Number(run, "rejected"));
        Assert.All(run.GetProperty("issues").EnumerateArray().Where(issue => issue.GetProperty("rejected").GetBoolean()), issue =>
            Assert.StartsWith("$", issue.GetProperty("path").GetString(), StringComparison.Ordinal));
        // Nothing is blocked behind it.
        Assert.Equal(1, Number((await SendAsync(HttpMethod.Post, "/api/import", $"[{Post(Other, "a lake")}]")).Body, "posts_imported"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{\"posts\":")]
    [InlineData("{\"posts\":17}")]
    public async Task bodies_without_posts_are_rejected_with_a_reason(string body)
    {
        foreach (var address in (string[])["/api/import", "/api/import/validate"])
        {
            var (status, code, problem) = await SendAsync(HttpMethod.Post, address, body);
            Assert.Equal((422, "import_unreadable"), (status, code));
            Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        }
        Assert.Equal(0, await CountAsync(""));
    }

    [Fact]
    public async Task an_empty_list_is_no_mistake()
    {
        Assert.Equal((200, 0), await SendAsync(HttpMethod.Post, "/api/import", """{"posts":[]}""") is var (status, _, first)
            ? (status, Number(first, "total_processed")) : default);
        var run = (await SendAsync(HttpMethod.Post, "/api/import", """{"posts":[]}""")).Body;
        Assert.Equal("finished", (await GetAsync($"/api/import/{run.GetProperty("id").GetString()}")).GetProperty("state").GetString());
        Assert.Equal((0, 0, 0, 0, false), Checked((await SendAsync(HttpMethod.Post, "/api/import/validate", """{"posts":[]}""")).Body));
    }

    [Fact]
    public async Task an_import_that_is_not_there_is_not_found() =>
    Assert.Equal((404, "import_not_found"), await SendAsync(HttpMethod.Get, $"/api/import/{Guid.NewGuid()}") is var (status, code, _)
        ? (status, code) : default);

    private static (int Existing, int New, int Valid, int Missing, bool Can) Checked(JsonElement check) => (
        Number(check, "existing_posts"), Number(check, "new_posts"), Number(check, "valid_files"), check.GetProperty("missing_files")
        .GetArrayLength(), check.GetProperty("can_import").GetBoolean());

    private static int Number(JsonElement body, string name) => body.GetProperty(name).GetInt32();

    private static string Address(Guid id) => $"https://assets.grok.com/users/{Root}/{id}/content";

    private static string Post(Guid id, string prompt, string children = "") =>
        $$"""{"id":"{{id}}","userId":"{{Root}}","createTime":"2025-10-03T10:00:00Z","prompt":"{{prompt}}","mediaType":"MEDIA_POST_TYPE_IMAGE","mediaUrl":"{{Address(id)}}","mimeType":"image/jpeg","childPosts":[{{children}}]}""";

    private static string Clip(Guid id) =>
        $$"""{"id":"{{id}}","userId":"{{Root}}","createTime":"2025-10-03T10:01:00Z","prompt":"","mediaType":"MEDIA_POST_TYPE_VIDEO","mediaUrl":"{{Address(id)}}","mimeType":"video/mp4","mode":"custom","originalPostId":"{{Root}}"}""";
}
