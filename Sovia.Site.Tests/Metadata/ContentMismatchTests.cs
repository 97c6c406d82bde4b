using System.Text;
using Sovia.Metadata;

namespace Sovia.Tests.Metadata;

public sealed class ContentMismatchTests
{
    public static TheoryData<string, string, string?> Texts => new()
    {
        { "clip.mp4", "<!DOCTYPE html><html><title>403</title>", "clip.mp4 is a web page, not a video." },
        { "clip.mp4", "\n  <html><body>Just a moment...", "clip.mp4 is a web page, not a video." },
        { "a.jpg", "<!-- x --><HTML>", "a.jpg is a web page, not an image." },
        { "a.jpg", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "a.jpg is an XML file, not an image." },
        { "a.png", "<?xml version=\"1.0\"?>\n<svg xmlns='x'/>", "a.png is an SVG drawing, not an image." },
        { "clip.mp4", "{\"code\":16,\"message\":\"expired\"}", "clip.mp4 is a JSON file, not a video." },
        { "clip.mp4", "[{\"error\":1}]", "clip.mp4 is a JSON file, not a video." },
        { "clip.MP4", "Access denied.\r\nTry again later.\r\n", "clip.MP4 is a text file, not a video." },
        { "clip.mp4", "00000000: 0000 0018 6674 7970 6d70 3432 0000 0000  ....ftypmp42....", "clip.mp4 is a hex dump, not a video." },
        { "clip.mp4", "00000000  00 00 00 18 66 74 79 70  6d 70 34 32 00 00 00 00  |....ftyp|", "clip.mp4 is a hex dump, not a video." },
        { "clip.mp4", "000000186674797069736f6d0000020069736f6d69736f32", "clip.mp4 is a hex dump, not a video." },
        { "clip.mp4", "AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDE=", "clip.mp4 is Base64 text, not a video." },
        { "clip.mp4", "#EXTM3U\n#EXT-X-VERSION:3", "clip.mp4 is a playlist (M3U), not a video." },
        { "clip.mp4", "\u001f\u008b\b\0\0\0", "clip.mp4 is a gzip archive, not a video." },
        { "a.webp", "PK\u0003\u0004", "a.webp is a ZIP archive, not an image." },
        { "a.jpg", "%PDF-1.7", "a.jpg is a PDF document, not an image." },
        { "a.jpg", "", "a.jpg is empty." },
        { "a.jpg", "\0\0\0\0\0\0\0\0", "a.jpg is filled with zeros, not an image." },
        { "a.jpg", "\u0001\u0002\u0003\u0004\u0005\0\u0090\u0091", "a.jpg is of an unknown type, not an image." },
        { "clip.mp4", "\u0089PNG\r\n\u001a\n", "clip.mp4 is an image (image/png), not a video." },
        { "a.jpg", "\0\0\0\u0020ftypisom\0\0\u0002\0isom", "a.jpg is a video (video/mp4), not an image." },
        { "clip.mp4", "FLV\u0001\u0005", "clip.mp4 is a Flash video." },
        { "clip.mp4", "RIFF\u0001\u0002\u0003\u0004AVI LIST", "clip.mp4 is an AVI file." },
        { "a.jpg", "\u0089PNG\r\n\u001a\n", null },
        { "clip.avi", "RIFF\u0001\u0002\u0003\u0004AVI LIST", null },
        { "notes.txt", "{}", null },
        { "page.html", "<html>", null },
        { "noname", "<html>", null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void a_file_that_is_not_what_it_is_called_is_named_with_what_it_is(string name, string content, string? problem) =>
        Assert.Equal(problem, Problem(name, Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData(188, 0)]
    [InlineData(192, 4)]
    public void a_transport_stream_is_known_by_its_packets(int packet, int at)
    {
        var bytes = new byte[1024];
        new Random(3).NextBytes(bytes);
        for (var place = at; place < bytes.Length; place += packet) bytes[place] = 0x47;
        Assert.Equal("video/mp2t", MediaType.Detect(bytes).Mime);
        Assert.False(MediaType.Detect(bytes).CanShowInline);
        Assert.Equal("clip.mp4 is an MPEG transport stream.", Problem("clip.mp4", bytes));
        bytes[at + packet]++;
        Assert.Equal(MediaType.Unknown, MediaType.Detect(bytes));
    }

    [Theory]
    [InlineData("video/ogg",
        "OggS\0\u0002\0\0\0\0\0\0\0\0\u0001\u0002\u0003\u0004\0\0\0\0\u0005\u0006\u0007\u0008\u0001\u002a\u0080theora")]
    [InlineData("audio/ogg", "OggS\0\u0002\0\0\0\0\0\0\0\0\u0001\u0002\u0003\u0004\0\0\0\0\u0005\u0006\u0007\u0008\u0001\u0013OpusHead")]
    [InlineData("video/mpeg", "\0\0\u0001\u00ba\u0044")]
    public void other_clips_and_sound_are_known(string mime, string head) =>
    Assert.Equal(mime, MediaType.Detect(Encoding.Latin1.GetBytes(head)).Mime);

    [Fact]
    public void a_text_in_utf_16_is_a_text() =>
        Assert.Equal("a.mp4 is a web page, not a video.",
            Problem("a.mp4", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html lang='ru'>страница")]));

    private static string? Problem(string name, byte[] bytes) =>
        ContentMismatchMessages.DescribeMismatch(name, MediaType.Detect(bytes), bytes);
}
