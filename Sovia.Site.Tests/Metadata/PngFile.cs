namespace Sovia.Tests.Metadata;

/// <summary>A PNG of chunks; the pixels stand where <see cref="Pixels"/> was called.</summary>
internal sealed class PngFile
{
    private static readonly byte[] Signature = [0x89, .. "PNG\r\n\u001a\n"u8];
    private readonly List<byte[]> _chunks = [];

    public PngFile(uint width = 2, uint height = 3, byte colour = 2) =>
        Chunk("IHDR", Bytes.Concat(Bytes.Big(width), Bytes.Big(height), [8, colour, 0, 0, 0]));

    public PngFile Chunk(string type, byte[] content)
    {
        // The check sum is zero: no reader of metadata looks at it, and damaged files are still read.
        _chunks.Add(Bytes.Concat(Bytes.Big((uint)content.Length), Bytes.Latin1(type), content, [0, 0, 0, 0]));
        return this;
    }

    public PngFile Text(string key, string text) => Chunk("tEXt", Bytes.Concat(Bytes.Latin1(key), [0], Bytes.Utf8(text)));

    public PngFile Latin1Text(string key, string text) => Chunk("tEXt", Bytes.Concat(Bytes.Latin1(key), [0], Bytes.Latin1(text)));

    public PngFile PackedText(string key, string text) =>
        Chunk("zTXt", Bytes.Concat(Bytes.Latin1(key), [0, 0], Bytes.Zlib(Bytes.Utf8(text))));

    public PngFile International(string key, string text, bool packed = false) => Chunk(
        "iTXt", Bytes.Concat(Bytes.Latin1(key), [0, (byte)(packed ? 1 : 0), 0, .. "en\0Key\0"u8], packed ? Bytes.Zlib(Bytes.Utf8(text))
            : Bytes.Utf8(text)));

    public PngFile Pixels(byte[]? rows = null) => Chunk("IDAT", rows is null ? [1, 2, 3, 4, 5] : Bytes.Zlib(rows));

    public byte[] Build() => Bytes.Concat([Signature, .. _chunks, Bytes.Concat(Bytes.Big(0), "IEND"u8.ToArray(), [0, 0, 0, 0])]);

    public static byte[] WithText(string key, string text) => new PngFile().Text(key, text).Pixels().Build();
}
