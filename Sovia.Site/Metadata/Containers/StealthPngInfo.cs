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
    private const int HeaderBytes = MagicBytes + 4;
    private const int MaxUnpackedBytes = 8 << 20;

    /// <summary>Returns the text; null if there is none. Decides from the first rows.</summary>
    /// <param name="file">The PNG.</param>
    /// <param name="header">The content of its IHDR chunk.</param>
    /// <param name="pixels">Its IDAT chunks.</param>
    public static string? Read(BoundedFileReader file, ReadOnlySpan<byte> header, IReadOnlyList<(long At, uint Length)> pixels)
    {
        using var pixelStream = new PngDataStream(file, pixels);
        if (AlphaLsbReader.Read(pixelStream, header, HasMagic) is not { } bits || bits.Length < HeaderBytes) return null;

        // The length is in bits, not bytes.
        var length = BinaryPrimitives.ReadUInt32BigEndian(bits.AsSpan(MagicBytes)) / 8;
        if (length == 0 || length > bits.Length - HeaderBytes) return null;
        var text = bits.AsSpan(HeaderBytes, (int)length);
        return bits.AsSpan().StartsWith("stealth_pngcomp"u8) ? Unzip(text.ToArray()) : TextDecoder.Decode(text);
    }

    private static bool HasMagic(ReadOnlySpan<byte> bits) => bits.StartsWith("stealth_pngcomp"u8) || bits.StartsWith("stealth_pnginfo"u8);

    private static string? Unzip(byte[] compressed)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
            var buffer = new byte[MaxUnpackedBytes];
            var length = gzip.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length < buffer.Length ? TextDecoder.Decode(buffer.AsSpan(0, length)) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
