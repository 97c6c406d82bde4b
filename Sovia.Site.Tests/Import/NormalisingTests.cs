using System.Text.Json;
using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import;

public sealed class NormalisingTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string C = "cccccccc-0000-4000-8000-000000000003";
    private readonly List<ImportIssue> issues = [];

    private List<Incoming> Read(string json) =>
        [.. Normalise.Item(new JsonItem("$[0]", JsonElement.Parse(json)), "a.json", 0, issues.Add)];

    private Post One(string fields) => Read($$"""{"id":"{{A}}",{{fields}}}""")[0].Post;

    [Theory]
    [InlineData("2025-10-07T20:05:02Z", "2025-10-07T20:05:02.0000000Z")]
    [InlineData("2025-10-07T20:05:02.1Z", "2025-10-07T20:05:02.1000000Z")]
    [InlineData("2025-10-07T20:05:02.091855Z", "2025-10-07T20:05:02.0918550Z")]
    [InlineData("2025-10-07T20:05:02.999999999Z", "2025-10-07T20:05:02.9999990Z")]
    [InlineData("2025-10-08T01:35:02.5+05:30", "2025-10-07T20:05:02.5000000Z")]
    [InlineData("2025-10-07T12:05:02-08:00", "2025-10-07T20:05:02.0000000Z")]
    [InlineData("2025-10-07T20:05:02", "2025-10-07T20:05:02.0000000Z")]
    public void a_time_is_utc_to_the_microsecond(string written, string read) =>
        Assert.Equal(read, One($"\"createTime\":\"{written}\"").CreatedAt!.Value.UtcDateTime.ToString("O"));

    [Theory]
    [InlineData("1759867502")]
    [InlineData("1759867502000")]
    [InlineData("1759867502000000")]
    [InlineData("\"1759867502000\"")]
    [InlineData("""{"$date":{"$numberLong":"1759867502000"}}""")]
    [InlineData("""{"$date":"2025-10-07T20:05:02Z"}""")]
    [InlineData("""{"seconds":1759867502,"nanos":0}""")]
    public void a_time_may_be_written_in_many_ways(string written) =>
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1759867502), One($"\"create_time\":{written}").CreatedAt);

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("true")]
    [InlineData("-5")]
    [InlineData("\"2025-13-45T00:00:00Z\"")]
    public void a_time_that_cannot_be_read_is_no_time_and_an_issue(string written)
    {
        Assert.Null(One($"\"createTime\":{written}").CreatedAt);
        Assert.Equal(IssueCode.TimeInvalid, Assert.Single(issues).Code);
    }

    [Theory]
    [InlineData("""
        "userInteractionStatus":{"likeStatus":true}
        """, true)]
    [InlineData("""
        "userInteractionStatus":{"likeStatus":false}
        """, false)]
    [InlineData("""
        "userInteractionStatus":{}
        """, null)]
    [InlineData("""
        "userInteractionStatus":{"likeStatus":null}
        """, null)]
    [InlineData("""
        "prompt":""
        """, null)]
    public void a_like_is_yes_no_or_not_stated(string fields, bool? liked) => Assert.Equal(liked, One(fields).Liked);

    [Fact]
    public void children_of_children_are_found_with_their_parents()
    {
        var posts = Read($$"""{"id":"{{A}}","childPosts":[{"id":"{{B}}","childPosts":[{"id":"{{C}}"}]}]}""");
        Assert.Equal([(null, "$[0]"), (Guid.Parse(A), "$[0].childPosts[0]"), ((Guid?)Guid.Parse(B), "$[0].childPosts[0].childPosts[0]")],
            posts.Select(incoming => (incoming.Post.ParentId, incoming.Path)));
    }

    [Fact]
    public void the_stated_parent_counts_more_than_the_place()
    {
        var posts = Read($$"""{"id":"{{A}}","childPosts":[{"id":"{{B}}","originalPostId":"{{C}}"}]}""");
        Assert.Equal(Guid.Parse(C), posts[1].Post.ParentId);
        Assert.Equal(IssueCode.ParentMismatch, Assert.Single(issues).Code);
    }

    [Fact]
    public void an_enclosed_original_is_the_parent_and_no_child()
    {
        var posts = Read($$"""{"id":"{{A}}","mediaType":"MEDIA_POST_TYPE_VIDEO","originalPost":{"id":"{{B}}","prompt":"a heron"} }""");
        Assert.Equal(Guid.Parse(B), posts[0].Post.ParentId);
        Assert.Null(posts[1].Post.ParentId);
        Assert.Equal("a heron", posts[1].Post.UserPrompt);
    }

    [Fact]
    public void a_post_among_its_own_views_is_not_its_own_child()
    {
        var posts = Read($$"""{"id":"{{A}}","videos":[{"id":"{{A}}"},{"id":"{{B}}"}]}""");
        Assert.Null(posts[1].Post.ParentId);
        Assert.Equal(Guid.Parse(A), posts[2].Post.ParentId);
    }

    [Fact]
    public void a_bad_child_is_an_issue_with_its_place_and_the_rest_goes_in()
    {
        var posts = Read($$"""{"id":"{{A}}","childPosts":[7,{"prompt":"no id"},{"id":"{{B}}"},null]}""");
        Assert.Equal([A, B], posts.Select(incoming => incoming.Post.Id.ToString()));
        Assert.Equal(["$[0].childPosts[0]", "$[0].childPosts[1]", "$[0].childPosts[3]"], issues.Select(issue => issue.Path));
        Assert.All(issues, issue => Assert.Equal((IssueCode.NoId, true), (issue.Code, issue.Rejected)));
    }

    [Fact]
    public void children_of_a_post_without_an_id_go_in() =>
        Assert.Equal(Guid.Parse(B), Assert.Single(Read($$"""{"prompt":"no id","childPosts":[{"id":"{{B}}"}]}""")).Post.Id);

    [Fact]
    public void a_missing_id_is_taken_from_the_address() =>
        Assert.Equal(Guid.Parse(B), Assert.Single(Read($$"""{"mediaUrl":"https://assets.grok.com/users/{{A}}/generated/{{B}}/image.jpg"}""")).Post.Id);

    [Fact]
    public void an_id_in_capitals_or_without_dashes_is_the_same_id() =>
        Assert.Equal(Guid.Parse(A), Assert.Single(Read($$"""{"id":"{{A.Replace("-", "").ToUpperInvariant()}}"}""")).Post.Id);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://assets.grok.com/a")]
    [InlineData("https://example.org/a.png")]
    [InlineData("https://grok.com.example.org/a.png")]
    [InlineData("https://me:pw@assets.grok.com/a.png")]
    [InlineData("file:///etc/passwd")]
    public void an_address_that_is_not_the_makers_is_left_out_and_kept_raw(string url)
    {
        var post = One($"\"mediaUrl\":\"{url}\"");
        Assert.Null(post.MediaUrl);
        Assert.Equal(IssueCode.BadUrl, Assert.Single(issues).Code);
        Assert.False(issues[0].Rejected);
        Assert.Contains(url, post.Raw[0], StringComparison.Ordinal);
    }

    [Fact]
    public void the_local_form_of_an_earlier_tool_is_the_address_again() =>
        Assert.Equal("https://assets.grok.com/users/x/content", One("\"mediaUrl\":\"https_/assets.grok.com/users/x/content\"").MediaUrl);

    [Theory]
    [InlineData("MEDIA_POST_TYPE_IMAGE", MediaKind.Image)]
    [InlineData("MEDIA_POST_TYPE_VIDEO", MediaKind.Video)]
    [InlineData("video", MediaKind.Video)]
    [InlineData("image", MediaKind.Image)]
    public void the_kind_is_known_under_many_names(string type, MediaKind kind) => Assert.Equal(kind, One($"\"mediaType\":\"{type}\"").Kind);

    [Fact]
    public void an_unknown_kind_is_inferred_and_noted()
    {
        Assert.Equal(MediaKind.Video, One("\"mediaType\":\"MEDIA_POST_TYPE_TEMPLATE\",\"mimeType\":\"video/mp4\"").Kind);
        Assert.Equal(IssueCode.UnknownEnum, Assert.Single(issues).Code);
    }

    [Fact]
    public void text_that_no_database_holds_is_mended_and_noted()
    {
        var post = One(""" "prompt":"a\u0000b\ud83dc\ud83d\ude00" """);
        Assert.Equal("ab\uFFFDc😀", post.Prompt);
        Assert.Equal(IssueCode.ControlCharacters, Assert.Single(issues).Code);
        Assert.Contains(@"\ud83d", post.Raw[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void the_raw_statement_keeps_unknown_fields_and_leaves_out_the_children()
    {
        var raw = Read($$"""{"zeta":{"b":1,"a":[1.50,"é"]}, "id":"{{A}}","childPosts":[{"id":"{{B}}"}]}""")[0].Post.Raw;
        Assert.Equal($$$"""{"id":"{{{A}}}","zeta":{"a":[1.50,"é"],"b":1}}""", Assert.Single(raw));
    }

    [Fact]
    public void a_page_inside_an_array_is_opened() =>
        Assert.Equal([A, B], Read($$"""{"posts":[{"id":"{{A}}"},{"id":"{{B}}"}],"nextCursor":"1"}""").Select(incoming => incoming.Post.Id.ToString()));
}
