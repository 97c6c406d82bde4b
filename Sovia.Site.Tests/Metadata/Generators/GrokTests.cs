using Sovia.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Metadata.Generators;

public sealed class GrokTests
{
    private const string Id = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
    private static readonly string Signature = "Signature: " + Convert.ToBase64String(new byte[96]);

    [Fact]
    public void a_picture_of_grok_s_bears_its_post_s_id()
    {
        var made = Reading.Read(JpegFile.With(new Exif().Description(Signature).Artist(Id).Comment(Signature)));
        Assert.Equal(("Grok", Guid.Parse(Id), null), (made.Generator, made.PostId, made.Prompt));
        Assert.Equal(Signature, made.Raw["exif:UserComment"]);
        Assert.Null(made.DeclaredAi);
        Assert.False(made.HasContentCredentials);
    }

    [Fact]
    public async Task a_file_is_read_by_its_path()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.PathOf("picture"), JpegFile.With(new Exif().Description(Signature).Artist(Id)));
        Assert.Equal(Guid.Parse(Id), (await EmbeddedMetadataReader.ReadAsync(folder.PathOf("picture"), CancellationToken.None))?.PostId);
    }

    [Fact]
    public void a_signature_without_an_id_is_not_grok_s() =>
        Assert.Null(Reading.ReadOrNull(JpegFile.With(new Exif().Description(Signature))));

    [Fact]
    public void an_id_without_a_signature_is_not_grok_s() =>
    Assert.Null(Reading.ReadOrNull(JpegFile.With(new Exif().Artist(Id).Description("Signature: me"))));

    [Fact]
    public void an_artist_s_name_is_no_id() =>
    Assert.Null(Reading.ReadOrNull(JpegFile.With(new Exif().Description(Signature).Artist("A. Painter"))));

    [Fact]
    public void a_script_s_prompt_is_read_beside_the_signature()
    {
        var made = Reading.Read(JpegFile.With(new Exif().Description("A paper boat in a gutter").Artist(Id).Comment(Signature)));
        Assert.Equal((Guid.Parse(Id), "A paper boat in a gutter"), (made.PostId, made.Prompt));
    }

    [Fact]
    public void a_script_that_notes_page_and_hash_leaves_the_prompt_readable()
    {
        var sha = new string('a', 40);
        var note = $"Boats, many of them, Size: 832x1248, Page: https://grok.com/imagine/post/{Id}, SHA1: {sha}";
        var made = Reading.Read(JpegFile.With(new Exif().XpComment(Signature).Comment(note)));
        Assert.Equal(("Grok", "Boats, many of them", Guid.Parse(Id)), (made.Generator, made.Prompt, made.PostId));
        Assert.Equal((832, 1248, sha), (made.Width, made.Height, made.Settings["SHA1"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void a_script_s_whole_record_is_read(bool png)
    {
        var record =
            $$"""{"id":"{{Id}}","prompt":"A red kite","model":"grok-image","isLiked":true,"postUrl":"https://grok.com/imagine/post/{{Id}}"}""";
        var made = Reading.Read(png ? new PngFile().Text("prompt", "A red kite").Text("Comment", record).Pixels().Build()
            : JpegFile.With(new Exif().Comment(record)));
        Assert.Equal(("Grok", "A red kite", "grok-image", Guid.Parse(Id)), (made.Generator, made.Prompt, made.Model, made.PostId));
        Assert.Equal("true", made.Settings["isLiked"]);
    }
}
