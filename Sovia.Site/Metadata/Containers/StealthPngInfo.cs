using System.Buffers.Binary;
using System.IO.Compression;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>
/// Reads text hidden in the lowest bit of a PNG's alpha channel, column by column, as NovelAI writes it to survive sites that strip chunks.
/// </summary>
internal static class StealthPngInfo
{
    private const int MagicBytes = 15;
    private const int HeadBytes = MagicBytes + 4;
    private const int MaxUnpacked = 8 << 20;

    /// <summary>Returns the text; null if there is none, which the first rows tell.</summary>
    /// <param name="file">The PNG.</param>
    /// <param name="header">The content of its IHDR chunk.</param>
    /// <param name="pixels">Its IDAT chunks.</param>
    public static string? Read(BoundedFileReader file, ReadOnlySpan<byte> header, IReadOnlyList<(long At, uint Length)> pixels)
    {
        using var packed = new PngDataStream(file, pixels);
        if (AlphaLsbReader.Read(packed, header, IsMagic) is not { } bits || bits.Length < HeadBytes) return null;

        // The length is in bits, not bytes.
        var length = BinaryPrimitives.ReadUInt32BigEndian(bits.AsSpan(MagicBytes)) / 8;
        if (length == 0 || length > bits.Length - HeadBytes) return null;
        var text = bits.AsSpan(HeadBytes, (int)length);
        return bits.AsSpan().StartsWith("stealth_pngcomp"u8) ? Unzip(text.ToArray()) : TextDecoder.Decode(text);
    }

    private static bool IsMagic(ReadOnlySpan<byte> bits) => bits.StartsWith("stealth_pngcomp"u8) || bits.StartsWith("stealth_pnginfo"u8);

    private static string? Unzip(byte[] packed)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var text = new byte[MaxUnpacked];
            var length = gzip.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return length < text.Length ? TextDecoder.Decode(text.AsSpan(0, length)) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
