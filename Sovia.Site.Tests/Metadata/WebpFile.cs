namespace Sovia.Tests.Metadata;

/// <summary>A WebP of RIFF chunks, after a chunk of an odd length where its pixels would be.</summary>
internal sealed class WebpFile
{
    private readonly List<byte[]> _chunks = [];

    public WebpFile() => Chunk("VP8 ", [1, 2, 3, 4, 5]);

    public WebpFile Chunk(string type, byte[] content)
    {
        _chunks.Add(Bytes.Concat(Bytes.Latin1(type), Bytes.Little((uint)content.Length), content, new byte[content.Length & 1]));
        return this;
    }

    public WebpFile Exif(Exif exif, bool bigEndian = false) => Chunk("EXIF", exif.Build(bigEndian));

    public WebpFile Xmp(string packet) => Chunk("XMP ", Bytes.Utf8(packet));

    public byte[] Build()
    {
        var chunks = Bytes.Concat([.. _chunks]);
        return Bytes.Concat("RIFF"u8.ToArray(), Bytes.Little((uint)chunks.Length + 4), "WEBP"u8.ToArray(), chunks);
    }
}
