namespace Sovia.Tests.Metadata;

/// <summary>A JPEG of segments, with a few bytes where its pixels would be.</summary>
internal sealed class JpegFile
{
    private readonly List<byte[]> _segments = [];

    public JpegFile Segment(byte marker, byte[] content)
    {
        _segments.Add(Bytes.Concat([0xFF, marker], Bytes.Big16(content.Length + 2), content));
        return this;
    }

    public JpegFile Jfif() => Segment(0xE0, Bytes.Latin1("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"));

    public JpegFile Exif(Exif exif) => Segment(0xE1, Bytes.Concat("Exif\0\0"u8.ToArray(), exif.Build()));

    public JpegFile Xmp(string packet) => Segment(0xE1, Bytes.Concat("http://ns.adobe.com/xap/1.0/\0"u8.ToArray(), Bytes.Utf8(packet)));

    public JpegFile Comment(string text) => Segment(0xFE, Bytes.Utf8(text));

    /// <summary>One packet of a JUMBF box, as APP11 carries them.</summary>
    public JpegFile Jumbf(int box, uint sequence, byte[] content) =>
        Segment(0xEB, Bytes.Concat("JP"u8.ToArray(), Bytes.Big16(box), Bytes.Big(sequence), content));

    public byte[] Build() => Bytes.Concat([[0xFF, 0xD8], .. _segments, [0xFF, 0xDA, 0, 4, 1, 2, 0x12, 0x34, 0xFF, 0xD9]]);

    public static byte[] With(Exif exif) => new JpegFile().Exif(exif).Jfif().Build();
}
