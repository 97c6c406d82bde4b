using System.Text;
using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import.Containers;

/// <summary>Links, tables and JSON as notes, spreadsheets and messengers write them.</summary>
public sealed class LinkSpellingTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string U = "dddddddd-0000-4000-8000-000000000004";
    private const string Page = $"https://grok.com/imagine/post/{A}";
    private const string Image = $"https://assets.grok.com/users/{U}/generated/{B}/image.jpg";

    [Theory]
    [InlineData($"https://www.google.com/url?q={Page}&sa=D\nhttps://www.google.com/url?q=https%3A%2F%2Fgrok.com%2Fimagine%2Fpost%2F{B}&sa=D")]
    [InlineData("IDs:\n{" + A + "}\n{" + B + "}")]
    public void other_spellings_are_links_too(string text)
    {
        var result = SourceItems.Read(text);
        Assert.Equal([A, B], result.Posts.Select(post => post.Id.ToString()).Order());
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void a_link_far_behind_the_beginning_of_a_text_is_found()
    {
        Assert.Equal(A, SourceItems.Read(string.Concat(Enumerable.Repeat("A line of prose without a link.\n", 500)) + Page).Post.Id.ToString());
        Assert.Equal(IssueCode.NotJson, Assert.Single(SourceItems.Read(string.Concat(Enumerable.Repeat("Prose.\n", 5000))).Issues).Code);
    }

    [Fact]
    public void a_text_in_utf16_may_begin_with_any_script() =>
        Assert.Equal(A, SourceItems.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"Мои ссылки\n{Page}")]).Post.Id.ToString());

    [Fact]
    public void a_table_of_windows_keeps_its_letters()
    {
        var bytes = Encoding.Latin1.GetBytes($"id;prompt\n{A};café \u0096 größer\n");
        Assert.Equal("café – größer", SourceItems.Read(bytes).Post.Prompt);
        Assert.Equal("café 鷺", SourceItems.Read($"id;prompt\n{A};café 鷺\n").Post.Prompt);
    }

    [Theory]
    [InlineData($"{Page},a heron\n{Image},a reed")]
    [InlineData($"a heron;{Image};640\na reed;{Page};480")]
    [InlineData($"1/2/25, 10:00 - me: {Page}\u200E\n1/2/25, 10:01 - you: {Image}\u200F")]
    public void the_next_column_or_a_direction_mark_is_no_part_of_a_link(string text)
    {
        var result = SourceItems.Read(text);
        Assert.Equal([A, B], result.Posts.Select(post => post.Id.ToString()).Order());
        Assert.Contains(Image, result.Posts.Select(post => post.MediaUrl));
    }

    [Fact]
    public void a_sound_track_has_an_id_of_its_own_which_is_no_posts()
    {
        var result = SourceItems.Read($"{Page}\nhttps://assets.grok.com/users/{U}/generated/{B}/generated_audio.flac\n");
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Equal(IssueCode.NoId, Assert.Single(result.Issues).Code);
    }

    [Fact]
    public void the_first_frame_of_a_video_does_not_make_it_an_image()
    {
        const string Frame = $"https://assets.grok.com/users/{U}/generated/{B}/preview_image.jpg";
        const string Video = $"https://assets.grok.com/users/{U}/generated/{B}/generated_video.mp4";
        var post = SourceItems.Read(Frame).Post;
        Assert.Equal((MediaKind.Video, null, Frame), (post.Kind, post.MediaUrl, post.ThumbnailUrl));
        Assert.Equal(Video, SourceItems.Read($"<html><img src='{Frame}'><video src='{Video}'></html>").Post.MediaUrl);
    }

    [Theory]
    [InlineData("// exported\n/* by a script */\n", "")]
    [InlineData("```json\n", "\n```\n")]
    public void json_in_a_note_or_behind_a_comment_is_read_as_json(string before, string behind)
    {
        var result = SourceItems.Read($$"""{{before}}[{"id":"{{A}}","prompt":"a heron"}]{{behind}}""");
        Assert.Equal((A, "a heron"), (result.Post.Id.ToString(), result.Post.Prompt));
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void a_table_may_begin_with_blank_lines_and_have_links_as_formulas()
    {
        var result = SourceItems.Read($"\n\nLink,Prompt\n\"=HYPERLINK(\"\"{Page}\"\",\"\"open\"\")\",a heron\n");
        Assert.Equal((A, "a heron"), (result.Post.Id.ToString(), result.Post.Prompt));
    }

    [Fact]
    public void links_in_lists_of_unknown_json_are_read()
    {
        var result = SourceItems.Read($$$"""{"saved":{"links":["{{{Page}}}","https://grok.com/c/{{{U}}}","{{{U}}}"],"media":["{{{Image}}}"]}}""");
        Assert.Equal([A, B], result.Posts.Select(post => post.Id.ToString()));
        Assert.Contains(IssueCode.Heuristic, result.Codes);
    }
}
