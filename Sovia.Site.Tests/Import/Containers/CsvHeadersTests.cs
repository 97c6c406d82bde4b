using Sovia.Library;

namespace Sovia.Tests.Import.Containers;

public sealed class CsvHeadersTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string U = "dddddddd-0000-4000-8000-000000000004";
    private const string Image = $"https://assets.grok.com/users/{U}/generated/{A}/image.jpg";

    [Fact]
    public void json_with_empty_values_is_no_table() =>
    Assert.Equal(A, SourceItems.Read($$"""[{"id":"{{A}}","url":"","prompt":"","createTime":""}]""").Post.Id.ToString());

    [Theory]
    [InlineData("UUID,TYPE,TS,PROMPT,URL")]
    [InlineData("Uuid;Media Type;Timestamp;Prompt;Media URL")]
    [InlineData("Post ID\tmedia-type\tCreated At\t Prompt Text \tImage URL")]
    [InlineData("\"post_uuid\";\"type\";\"Create Time\";\"prompt\";\"url\"")]
    [InlineData("sep=;\nID;Kind;Date;Prompt;Link")]
    [InlineData("id|type|date|prompt|url")]
    public void headings_of_tables_are_known_however_they_are_written(string headings)
    {
        var delimiter = headings.Contains('\t', StringComparison.Ordinal) ? '\t' : headings.Contains('|', StringComparison.Ordinal) ? '|'
            : headings.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var result = SourceItems.Read($"\uFEFF{headings}\r\n" + string.Join(delimiter, A, "image", "2026-01-02T03:04:05Z", "a heron", Image)
            + "\r\n");
        Assert.Equal((A, MediaKind.Image, "a heron", Image),
            (result.Post.Id.ToString(), result.Post.Kind, result.Post.Prompt, result.Post.MediaUrl));
        Assert.Equal(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), result.Post.CreatedAt);
        Assert.Empty(result.Issues);
    }
}
