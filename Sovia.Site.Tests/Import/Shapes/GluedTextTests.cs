using System.Globalization;
using Sovia.Library;

namespace Sovia.Tests.Import.Shapes;

/// <summary>Links that text follows without a space, and text that begins like JSON.</summary>
public sealed class GluedTextTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string Page = $"https://grok.com/imagine/post/{A}";

    [Theory]
    [InlineData("你看这个{0}，很好看！")]
    [InlineData("谢谢（{0}）。")]
    [InlineData("{0}这个")]
    [InlineData("{0}です")]
    [InlineData("{0}！")]
    [InlineData("{0}？x")]
    [InlineData("{0}】x")]
    [InlineData("{0}—text")]
    [InlineData("{0}…x")]
    [InlineData("{0}»x")]
    [InlineData("{0}’x")]
    [InlineData("{0}👍")]
    [InlineData("{0}и")]
    [InlineData("{0})x")]
    [InlineData("{0}*x")]
    [InlineData("{0}!x")]
    [InlineData("[heron]({0})text")]
    [InlineData("({0})text")]
    [InlineData("**{0}**text")]
    [InlineData("[url]{0}[/url]")]
    public void a_link_ends_where_text_begins(string text)
    {
        var result = SourceItems.Read(string.Format(CultureInfo.InvariantCulture, text, Page));
        Assert.Equal(Guid.Parse(A), Assert.Single(result.Posts).Id);
    }

    [Fact]
    public void a_media_link_ends_behind_its_file_extension()
    {
        const string url = $"https://assets.grok.com/users/{B}/generated/{A}/image.jpg";
        var post = SourceItems.Read($"图片：{url}，很好").Post;
        Assert.Equal((Guid.Parse(A), url), (post.Id, post.MediaUrl));
    }

    [Fact]
    public void a_link_in_a_parameter_of_another_ends_before_its_own_parameters() =>
        Assert.Equal(Guid.Parse(A), SourceItems.Read(
            $"https://l.instagram.com/?u=https%3A%2F%2Fgrok.com%2Fimagine%2Fpost%2F{A}%3Fa%3D1&e=AT").Post.Id);

    [Theory]
    [InlineData("\"Heron\" is here: {0}\nand {1}", 2)]
    [InlineData("{{draft}} see {0}", 1)]
    [InlineData("{{\\rtf1\\ansi see {0} }}", 1)]
    public void text_that_begins_like_json_is_text(string text, int count) =>
        Assert.Equal(count, SourceItems.Read(string.Format(CultureInfo.InvariantCulture, text, Page,
            $"https://grok.com/imagine/post/{B}")).Posts.Count());

    [Theory]
    [InlineData("""{"lists":[{"cards":[{"title":"t","url":"PAGE"}]}]}""")]
    [InlineData("""{"messages":[{"text":["see ",{"type":"link","href":"PAGE"}]}]}""")]
    [InlineData("""[{"text":"t","href":"PAGE"}]""")]
    [InlineData("""[{"prompt":"b","permalink":"PAGE"}]""")]
    [InlineData("""[{"prompt":"b","postUrl":"PAGE"}]""")]
    public void a_link_in_an_object_of_unknown_json_is_a_post(string json) =>
        Assert.Equal(Guid.Parse(A), Assert.Single(SourceItems.Read(json.Replace("PAGE", Page, StringComparison.Ordinal)).Posts).Id);

    [Theory]
    [InlineData("\"liked\":true")]
    [InlineData("\"favorite\":true")]
    [InlineData("\"userInteractionStatus\":{\"isLiked\":true}")]
    public void a_like_has_several_names(string property) =>
        Assert.True(SourceItems.Read($$"""{"posts":[{"id":"{{A}}","mediaType":"image",{{property}}}]}""").Post.Liked);

    [Fact]
    public void assets_in_snake_case_are_read_like_others()
    {
        const string start = $"\"asset_id\":\"{A}\",\"mime_type\":\"image/jpeg\",\"key\":\"users/{B}/{A}/content\"";
        var post = SourceItems.Read(
            $$$"""{"assets":[{{{{start}}},"media_gen_input":{"image_to_image":{"prompt":"snake","input_assets":["{{{B}}}"]} }}]}""").Post;
        Assert.Equal(("snake", $"https://assets.grok.com/users/{B}/{A}/content", Guid.Parse(B)), (post.Prompt, post.MediaUrl, post.ParentId));
        foreach (var skipped in new[] { "\"is_deleted\":true", "\"aux_keys\":{\"imagine_official_asset\":\"true\"}" })
            Assert.Empty(SourceItems.Read($$"""{"assets":[{{{start}},{{skipped}}}]}""").Posts);
    }

    [Fact]
    public void all_media_links_before_a_prompt_are_left_out() =>
        Assert.Equal("she waves", PromptText.Clean(
            $"https://assets.grok.com/users/{B}/generated/{A}/image.jpg https://assets.grok.com/users/{B}/generated/{B}/image.jpg she waves"));
}
