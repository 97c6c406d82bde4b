using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import.Shapes;

/// <summary>
/// The same facts in other forms: prompts in objects, children under their ids, types left out or in capitals, addresses without their
/// beginnings.
/// </summary>
public sealed class FormTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string U = "dddddddd-0000-4000-8000-000000000004";
    private const string Image = $"https://assets.grok.com/users/{U}/generated/{A}/image.jpg";

    private static SourceItems One(string facts) => SourceItems.Read($$"""{"posts":[{"id":"{{A}}",{{facts}}}]}""");

    [Theory]
    [InlineData("\"a heron\"")]
    [InlineData("""{"text":"a heron"}""")]
    [InlineData("""{"prompt":"a heron","negative":"blurry"}""")]
    [InlineData("""{"negative":"blurry","text":{"value":"a heron"}}""")]
    [InlineData("""["a heron"]""")]
    [InlineData("""[{"type":"image","url":"x","text":"no"},{"type":"text","text":"a heron"}]""")]
    [InlineData("""[{"role":"system","content":"be brief"},{"role":"user","content":[{"text":"a heron"}]}]""")]
    [InlineData("""{"content":{"parts":["a heron"]}}""")]
    public void a_prompt_may_stand_in_an_object_or_a_list(string prompt)
    {
        foreach (var name in new[] { "prompt", "originalPrompt", "original_prompt" })
        {
            var result = One($"\"{name}\":{prompt}");
            Assert.Equal("a heron", result.Post.Prompt ?? result.Post.OriginalPrompt);
            Assert.Empty(result.Issues);
        }
        var asset =
            SourceItems.Read(
                $$$"""{"assets":[{"assetId":"{{{A}}}","key":"users/{{{U}}}/{{{A}}}/content","mediaGenInput":{"textToImage":{"prompt":{{{prompt}}}} } }]}""");
        Assert.Equal(("a heron", MediaKind.Image), (asset.Post.Prompt, asset.Post.Kind));
    }

    [Fact]
    public void parts_of_a_prompt_stand_below_each_other() =>
    Assert.Equal("a heron\nat dawn", One("""  "prompt":["a heron",{"text":"at dawn"}]  """).Post.Prompt);

    [Theory]
    [InlineData("""{"seed":7}""", true)]
    [InlineData("true", true)]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("""{"text":""}""", false)]
    [InlineData("null", false)]
    public void a_prompt_that_cannot_be_read_is_noted_and_an_empty_one_is_not(string prompt, bool isNoted)
    {
        var result = One($"\"prompt\":{prompt}");
        Assert.Null(result.Post.Prompt);
        Assert.Equal(isNoted ? [(IssueCode.UnknownFormat, "$.posts[0]", false)] : [],
            result.Issues.Select(issue => (issue.Code, issue.Path, issue.Rejected)));
    }

    [Theory]
    [InlineData("childPosts", $$"""{"{{B}}":{"id":"{{B}}","prompt":"x"} }""")]
    [InlineData("childPosts", $$"""{"{{B}}":{"prompt":"x"} }""")]
    [InlineData("childPosts", $$"""{"0":{"id":"{{B}}","prompt":"x"} }""")]
    [InlineData("child_posts", $$"""{"{{B}}":{"prompt":"x"} }""")]
    [InlineData("childPosts", $$"""{"id":"{{B}}","prompt":"x"}""")]
    [InlineData("videos", $$"""{"{{B}}":{"prompt":"x"} }""")]
    [InlineData("images", $$"""{"{{B}}":{"prompt":"x"},"{{A}}":{"id":"{{A}}"} }""")]
    public void children_may_stand_under_their_ids(string name, string children)
    {
        var result = One($"\"{name}\":{children}");
        var child = result.Posts.Single(post => post.Id == Guid.Parse(B));
        Assert.Equal((Guid.Parse(A), "x"), (child.ParentId, child.Prompt));
        Assert.Empty(result.Issues);
        Assert.DoesNotContain(B, result.Posts.First().Raw[0], StringComparison.Ordinal);
        Assert.Equal("x", SourceRecordConverter.ToPost(child.Id, child.SourceRecords[0]).Prompt);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"small":{"url":"x"},"large":{"url":"y"}}""")]
    [InlineData("""{"count":3}""")]
    public void other_objects_of_these_names_are_left_as_they_are(string images) =>
    Assert.Equal(Guid.Parse(A), One($"\"images\":{images}").Post.Id);

    [Theory]
    [InlineData($"http://assets.grok.com/users/{U}/generated/{A}/image.jpg")]
    [InlineData($"//assets.grok.com/users/{U}/generated/{A}/image.jpg")]
    [InlineData($"assets.grok.com/users/{U}/generated/{A}/image.jpg")]
    [InlineData($"users/{U}/generated/{A}/image.jpg")]
    [InlineData($"/users/{U}/generated/{A}/image.jpg")]
    [InlineData($"https_/assets.grok.com/users/{U}/generated/{A}/image.jpg")]
    public void an_address_may_lack_its_beginning(string url)
    {
        foreach (var name in new[] { "mediaUrl", "hdMediaUrl", "thumbnailImageUrl" })
        {
            var result = One($"\"{name}\":\"{url}\"");
            Assert.Equal(Image, result.Post.MediaUrl ?? result.Post.HdUrl ?? result.Post.ThumbnailUrl);
            Assert.Empty(result.Issues);
        }
        Assert.Equal((A, Image), (SourceItems.Read($$"""[{"mediaUrl":"{{url}}","prompt":"x"}]""").Post.Id.ToString(),
            SourceItems.Read($$"""[{"url":"{{url}}","prompt":"x"}]""").Post.MediaUrl));
    }

    [Theory]
    [InlineData("http://example.org/users/x/content")]
    [InlineData("//example.org/a.png")]
    [InlineData("/some/where/a.png")]
    [InlineData("a.png")]
    public void an_address_of_nowhere_known_is_left_out_and_noted(string url)
    {
        var result = One($"\"mediaUrl\":\"{url}\"");
        Assert.Null(result.Post.MediaUrl);
        Assert.Equal(IssueCode.BadUrl, Assert.Single(result.Issues).Code);
    }

    [Theory]
    [InlineData("media_post_type_video", MediaKind.Video)]
    [InlineData("Media_Post_Type_Image", MediaKind.Image)]
    [InlineData("VIDEO", MediaKind.Video)]
    public void kinds_are_known_in_any_case(string type, MediaKind kind) => Assert.Equal(kind, One($"\"mediaType\":\"{type}\"").Post.Kind);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("1", true)]
    [InlineData("\"yes\"", true)]
    [InlineData("0", false)]
    [InlineData("\"No\"", false)]
    [InlineData("\"perhaps\"", null)]
    public void yes_and_no_are_known_in_many_forms(string written, bool? read) =>
    Assert.Equal(read, One($"\"isLiked\":{written}").Post.Liked);

    [Fact]
    public void a_list_that_no_export_has_is_noted_with_both_numbers()
    {
        var result =
            SourceItems.Read(
                $$"""{"posts":[{"id":"{{A}}"}],"archive":{"old":[{"id":"{{B}}","mediaType":"image"},{"id":"{{U}}","mediaUrl":"x","childPosts":[{"id":"{{A}}","mediaType":"video"}]},{"id":"{{U}}","name":"no post"}]},"user":{"id":"{{U}}"} }""");
        Assert.Equal(A, result.Post.Id.ToString());
        var note = Assert.Single(result.Issues);
        Assert.Equal((IssueCode.EntriesIgnored, "$.archive", false), (note.Code, note.Path, note.Rejected));
        Assert.StartsWith("3 more entries look like posts", note.Reason, StringComparison.Ordinal);
        Assert.EndsWith("(1 were read).", note.Reason, StringComparison.Ordinal);
    }
}
