using System.Text;
using Sovia.Metadata;

namespace Sovia.Tests.Metadata;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("image/jpeg", "FFD8FFE000104A464946")]
    [InlineData("image/png", "89504E470D0A1A0A0000000D")]
    [InlineData("audio/mpeg", "FFFB9064")]
    [InlineData("audio/mpeg", "FFF35064")]
    [InlineData("image/bmp", "424D36100E0000000000360000")]
    [InlineData("video/webm", "1A45DFA39F4286810142F7810142F2810442F381084282847765626D")]
    [InlineData("video/x-matroska", "1A45DFA3A34286810142F7810142F2810442F3810842828 86D6174726F736B61")]
    public void known_by_its_first_bytes(string mime, string hex) =>
        Assert.Equal(mime, MediaType.Detect(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).Mime);

    [Theory]
    [InlineData("image/gif", "GIF89a\u0001")]
    [InlineData("image/gif", "GIF87a\u0001")]
    [InlineData("image/webp", "RIFF\u0001\u0002\u0003\u0004WEBPVP8 ")]
    [InlineData("audio/wav", "RIFF\u0001\u0002\u0003\u0004WAVEfmt ")]
    [InlineData("image/avif", "\0\0\0\u001cftypavif\0\0\0\0mif1")]
    [InlineData("image/avif", "\0\0\0\u001cftypmif1\0\0\0\0mif1avif")]
    [InlineData("image/heic", "\0\0\0\u001cftypheic\0\0\0\0mif1heic")]
    [InlineData("image/heic", "\0\0\0\u001cftypmif1\0\0\0\0mif1heic")]
    [InlineData("video/mp4", "\0\0\0\u0020ftypisom\0\0\u0002\0isomiso2avc1mp41")]
    [InlineData("video/mp4", "\0\0\0\u0018ftypmp42\0\0\0\0")]
    [InlineData("video/quicktime", "\0\0\0\u0014ftypqt  \0\0\0\0")]
    [InlineData("audio/mp4", "\0\0\0\u0018ftypM4A \0\0\0\0")]
    [InlineData("audio/flac", "fLaC\0\0\0\"")]
    [InlineData("audio/mpeg", "ID3\u0004\0")]
    public void known_by_the_word_it_begins_with(string mime, string head) =>
    Assert.Equal(mime, MediaType.Detect(Encoding.Latin1.GetBytes(head)).Mime);

    [Theory]
    [InlineData("")]
    [InlineData("G")]
    [InlineData("RIFF")]
    [InlineData("\0\0\0\u0018ftyp")]
    [InlineData("BM is how this note begins")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7")]
    [InlineData("{\"posts\":[]}")]
    [InlineData("PK\u0003\u0004")]
    public void anything_else_is_bytes_to_be_downloaded(string head)
    {
        var type = MediaType.Detect(Encoding.Latin1.GetBytes(head));
        Assert.Equal(("application/octet-stream", false), (type.Mime, type.CanShowInline));
    }

    [Theory]
    [InlineData("FFF1508000")]
    [InlineData("FFFF")]
    [InlineData("FFFBF064")]
    [InlineData("1A45DFA300000000")]
    public void similar_bytes_are_not_misidentified(string hex) =>
    Assert.Same(MediaType.Unknown, MediaType.Detect(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("../../x")]
    [InlineData(null)]
    public void a_type_that_is_not_known_has_no_extension(string? mime) => Assert.Empty(MediaType.GetExtensions(mime));
}
