using System.Text.Json;
using Sovia.Import;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Tests.Import;

public sealed class FieldTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private readonly List<ImportIssue> issues = [];

    private Post One(string fields) =>
        ItemNormaliser.NormaliseItem(new JsonItem("$[0]", JsonElement.Parse($$"""{"id":"{{A}}",{{fields}}}""")), "a.json", issues.Add)
        .First().Post;

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
    public void the_kind_is_known_under_many_names(string type, MediaKind kind) =>
    Assert.Equal(kind, One($"\"mediaType\":\"{type}\"").Kind);

    [Fact]
    public void an_unknown_kind_is_inferred_and_noted()
    {
        Assert.Equal(MediaKind.Video, One("\"mediaType\":\"MEDIA_POST_TYPE_TEMPLATE\",\"mimeType\":\"video/mp4\"").Kind);
        Assert.Equal(IssueCode.UnknownEnum, Assert.Single(issues).Code);
    }

    [Fact]
    public void text_that_no_database_holds_or_no_screen_shows_is_mended_and_noted()
    {
        var post = One(""" "prompt":"a\u0000b\ud83dc\ud83d\ude00\u000bd\u001b\te" """);
        Assert.Equal("ab\uFFFDc😀\nd\te", post.Prompt);
        Assert.Equal(IssueCode.ControlCharacters, Assert.Single(issues).Code);
        Assert.Contains(@"\ud83d", post.Raw[0], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("\"2024\"")]
    [InlineData("2024")]
    [InlineData("\"25\"")]
    [InlineData("86400")]
    public void a_year_or_a_small_number_is_not_taken_for_seconds(string written)
    {
        Assert.Null(One($"\"createTime\":{written}").CreatedAt);
        Assert.Equal(IssueCode.TimeInvalid, Assert.Single(issues).Code);
    }

    [Fact]
    public void an_empty_text_does_not_hide_the_value_under_another_name()
    {
        var post = One("""
            "createTime":"","create_time":"","createdAt":"2025-10-07T20:05:02Z","modelName":"","model":"imagine_x_1","mediaType":"",
            "mediaUrl":"","videoUrl":"https://assets.grok.com/users/u/generated/aaaaaaaa-0000-4000-8000-000000000001/generated_video.mp4"
            """);
        Assert.Equal((2025, "imagine_x_1", MediaKind.Video), (post.CreatedAt!.Value.Year, post.Model, post.Kind));
        Assert.NotNull(post.MediaUrl);
        Assert.Empty(issues);
    }

    [Fact]
    public void a_time_that_cannot_be_read_does_not_hide_one_that_can() =>
        Assert.Equal(2025, One("\"createTime\":\"soon\",\"date\":\"2025-10-07T20:05:02Z\"").CreatedAt!.Value.Year);

    [Theory]
    [InlineData("/Date(1759867502000)/")]
    [InlineData("/Date(1759867502000+0200)/")]
    public void a_time_of_older_programs_is_read(string written) =>
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1759867502), One($"\"createTime\":\"{written}\"").CreatedAt);

    [Theory]
    [InlineData("mp4", MediaKind.Video, "video/mp4")]
    [InlineData(".MP4", MediaKind.Video, "video/mp4")]
    [InlineData("mov", MediaKind.Video, "video/quicktime")]
    [InlineData("PNG", MediaKind.Image, "image/png")]
    [InlineData("image/jpg", MediaKind.Image, "image/jpeg")]
    [InlineData("application/mp4", MediaKind.Video, "video/mp4")]
    public void a_mime_type_may_be_only_an_extension(string written, MediaKind kind, string mime) =>
        Assert.Equal((kind, mime), (One($"\"mimeType\":\"{written}\"").Kind, One($"\"mimeType\":\"{written}\"").MimeType));

    [Fact]
    public void a_size_of_zero_is_not_known()
    {
        var post = One("\"resolution\":{\"width\":0,\"height\":\"0\"}");
        Assert.Equal((null, null), (post.Width, post.Height));
    }

    [Fact]
    public void a_host_in_capitals_is_stored_in_lower_case() =>
        Assert.Equal("https://assets.grok.com/users/U/generated/A/Image.jpg",
            One("\"mediaUrl\":\"HTTPS://Assets.GROK.com/users/U/generated/A/Image.jpg\"").MediaUrl);

    [Theory]
    [InlineData("""{"items":[{"id":"bbbbbbbb-0000-4000-8000-000000000002"}],"nextCursor":"1"}""")]
    [InlineData("""{"edges":[{"node":{"id":"bbbbbbbb-0000-4000-8000-000000000002"},"cursor":"1"}]}""")]
    [InlineData("""{"bbbbbbbb-0000-4000-8000-000000000002":{"prompt":"x"},"count":1,"bbbbbbbb-0000-4000-8000-000000000003":null}""")]
    public void child_posts_may_be_wrapped(string children)
    {
        var item = new JsonItem("$[0]", JsonElement.Parse($$"""{"id":"{{A}}","childPosts":{{children}}}"""));
        var posts = ItemNormaliser.NormaliseItem(item, "a.json", issues.Add).ToList();
        Assert.Equal((2, Guid.Parse(A)), (posts.Count, posts[1].Enclosing));
        Assert.Empty(issues);
    }

    [Theory]
    [InlineData("""{"Text":"a heron","Negative":"blurry"}""", "a heron")]
    [InlineData("""{"segments":[{"text":"a heron"},{"text":"a reed"}]}""", "a heron\na reed")]
    public void the_names_within_a_prompt_may_be_in_capitals(string prompt, string read) =>
        Assert.Equal(read, One($"\"prompt\":{prompt}").Prompt);
}
