using System.Text.Json;
using System.Text.Json.Nodes;
using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import.Shapes;

public sealed class HarTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string List = "https://grok.com/rest/media/post/list";

    private static string Page(string id, string more = "") =>
        $$"""{"posts":[{"id":"{{id}}","prompt":"a heron"{{more}}}],"nextCursor":"1"}""";

    private static SourceItems Recorded(params JsonObject[] exchanges) => SourceItems.Read(TestArchives.Har(exchanges));

    [Fact]
    public void posts_in_a_list_of_likes_are_liked_unless_stated_otherwise()
    {
        const string liked = """{"limit":40,"filter":{"source":"MEDIA_POST_SOURCE_LIKED"}}""";
        Assert.True(Recorded(TestArchives.Exchange(List, Page(A), liked)).Post.Liked);
        Assert.False(Recorded(TestArchives.Exchange(List, Page(A, ",\"userInteractionStatus\":{\"likeStatus\":false}"), liked)).Post.Liked);
        Assert.Null(Recorded(TestArchives.Exchange(List, Page(A), """{"filter":{"source":"MEDIA_POST_SOURCE_OWNED"}}""")).Post.Liked);
    }

    [Theory]
    [InlineData("""{"filter":{"source":"MEDIA_POST_SOURCE_PUBLIC"}}""")]
    [InlineData("""{"filter":{"source":"MEDIA_POST_SOURCE_NOBODY_KNOWS"}}""")]
    public void the_public_feed_is_not_imported(string request)
    {
        var result = Recorded(TestArchives.Exchange(List, Page(A), request), TestArchives.Exchange(List, Page(B)));
        Assert.Equal(B, result.Post.Id.ToString());
        Assert.Contains(IssueCode.HarPublicFeed, result.Codes);
    }

    [Fact]
    public void a_recording_of_the_public_feed_alone_says_that_there_is_nothing_in_it()
    {
        var result = Recorded(TestArchives.Exchange(List, Page(A), """{"filter":{"source":"MEDIA_POST_SOURCE_PUBLIC"}}"""));
        Assert.Contains(result.Issues, issue => issue is { Code: IssueCode.Empty, Rejected: true });
    }

    [Fact]
    public void posts_asked_for_by_id_are_the_richest_source_and_all_know_when_they_were_recorded()
    {
        var result = Recorded(TestArchives.Exchange("https://grok.com/rest/media/post/get", $$"""{"post":{"id":"{{A}}"} }"""),
            TestArchives.Exchange(List, Page(B)));
        Assert.Equal([SourceKind.Detail, SourceKind.List], result.Incoming.Select(incomingPost => incomingPost.Kind));
        Assert.All(result.Incoming, incomingPost => Assert.Equal(new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), incomingPost.ObservedAt));
    }

    [Fact]
    public void an_answer_without_its_content_is_noted_with_advice()
    {
        var result = Recorded(TestArchives.Exchange(List, null), TestArchives.Exchange(List, Page(A)));
        Assert.Single(result.Incoming);
        Assert.Contains("Preserve log", Assert.Single(result.Issues, issue => issue.Code == IssueCode.HarNoBody).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void other_hosts_paths_and_failures_are_stepped_over()
    {
        var result = Recorded(TestArchives.Exchange("https://example.org/rest/media/post/list", Page(A)),
            TestArchives.Exchange("https://grok.com/rest/other", Page(A)),
            TestArchives.Exchange(List, Page(A), status: 401), TestArchives.Exchange(List, Page(B)));
        Assert.Equal(B, result.Post.Id.ToString());
    }

    [Fact]
    public void pictures_and_clips_in_it_are_as_good_as_downloaded()
    {
        var jpeg = Convert.ToBase64String(TestArchives.Jpeg);
        var result = Recorded(
            TestArchives.Exchange($"https://assets.grok.com/users/{B}/generated/{A}/image.jpg", jpeg, isBase64: true),
            TestArchives.Exchange($"https://imagine-public.x.ai/cdn-cgi/image/width=500/imagine-public/images/{A}.jpg", jpeg, isBase64: true),
            TestArchives.Exchange($"https://assets.grok.com/users/{B}/generated/{A}/generated_video.mp4", jpeg, isBase64: true,
                status: 206));
        var (name, bytes) = Assert.Single(result.Media);
        Assert.Equal($"{A}.jpg", name);
        Assert.Equal(TestArchives.Jpeg, bytes);
    }

    [Fact]
    public void finished_frames_of_the_socket_are_posts_with_their_pictures()
    {
        var socket = TestArchives.Exchange("wss://grok.com/ws/imagine/listen", null, status: 101);
        JsonObject Frame(string id, int progress, string type = "receive") => new()
        {
            ["type"] = type,
            ["time"] = 1772359200.5,
            ["data"] =
            JsonSerializer.Serialize(new
            {
                type = "image",
                id,
                percentage_complete = progress,
                url = $"https://imagine-public.x.ai/imagine-public/images/{id}.jpg",
                prompt = "a heron",
                full_prompt = "a long heron",
                model_name = "imagine_x_1",
                blob = Convert.ToBase64String(TestArchives.Jpeg)
            }),
        };
        socket["_webSocketMessages"] = new JsonArray(Frame(A, 50), Frame(A, 100), Frame(B + "-part-0", 100), Frame(B, 100, "send"),
            new JsonObject { ["type"] = "receive", ["data"] = "ping" });
        var result = Recorded(socket);
        Assert.Equal((A, "a heron", "imagine_x_1"), (result.Post.Id.ToString(), result.Post.Prompt, result.Post.Model));
        Assert.DoesNotContain("blob", result.Post.Raw[0], StringComparison.Ordinal);
        Assert.Equal($"{A}.jpg", Assert.Single(result.Media).Name);
    }

    [Fact]
    public void nothing_of_the_session_is_in_anything_that_is_handed_on()
    {
        var result = Recorded(TestArchives.Exchange(List, Page(A)),
            TestArchives.Exchange(List, "{\"posts\":[{\"id\":" + TestArchives.Secret),
            TestArchives.Exchange(List, null), TestArchives.Exchange("https://grok.com/rest/assets", "<html>"),
            TestArchives.Exchange(List, """{"code":16,"message":"no"}"""),
            TestArchives.Exchange($"https://assets.grok.com/users/{B}/generated/{A}/image.jpg", Convert.ToBase64String(TestArchives.Jpeg),
                isBase64: true));
        Assert.Contains(IssueCode.HarSecrets, result.Codes);
        foreach (var text in result.Issues.Select(issue => issue.ToString())
            .Concat(result.Items.Select(item => $"{item.File} {item.Path} {item.Element} {item.OriginalElement}"))
            .Concat(result.Posts.Select(post => JsonSerializer.Serialize(post))).Concat(result.Media.Select(media => media.Name)))
            foreach (var secret in new[] { TestArchives.Secret, "sso", "ookie", "Bearer" })
                Assert.DoesNotContain(secret, text.Replace("no cookie", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void a_recording_that_ends_in_the_middle_gives_every_whole_exchange()
    {
        var whole = TestArchives.Har(TestArchives.Exchange(List, Page(A)), TestArchives.Exchange(List, Page(B)));
        var result = SourceItems.Read(whole[..whole.LastIndexOf("\"response\"", StringComparison.Ordinal)]);
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Contains(IssueCode.Truncated, result.Codes);
    }
}
