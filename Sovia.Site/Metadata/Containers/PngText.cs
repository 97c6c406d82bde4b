using System.IO.Compression;
using System.Text;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Parses a text chunk of a PNG.</summary>
internal static class PngText
{
    private const int MaxUnpackedBytes = 8 << 20;

    /// <summary>Returns the key and text; null if the chunk is damaged or unpacks to an implausible size.</summary>
    public static (string Key, string Text)? Parse(ReadOnlySpan<byte> type, byte[] chunk, BoundedFileReader file)
    {
        var end = chunk.AsSpan().IndexOf((byte)0);
        if (end < 1) return null;
        var key = Encoding.Latin1.GetString(chunk, 0, end);
        var data = chunk.AsMemory(end + 1);
        var textBytes = type[0] switch
        {
            (byte)'t' => data,
            (byte)'z' when data.Length > 1 => Inflate(data[1..], file),
            (byte)'i' => ParseInternational(data, file),
            _ => null,
        };
        return textBytes is { } bytes ? (key, TextDecoder.Decode(bytes.Span)) : null;
    }

    // Compression flag and method, then a language and a translated key, each terminated by NUL, then the text.
    private static ReadOnlyMemory<byte>? ParseInternational(ReadOnlyMemory<byte> data, BoundedFileReader file)
    {
        if (data.Length < 4) return null;
        var isCompressed = data.Span[0] == 1;
        data = data[2..];
        for (var i = 0; i < 2; i++)
        {
            var end = data.Span.IndexOf((byte)0);
            if (end < 0) return null;
            data = data[(end + 1)..];
        }

        return isCompressed ? Inflate(data, file) : data;
    }

    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> packed, BoundedFileReader file)
    {
        var unpacked = new MemoryStream();
        var maxBytes = Math.Min(MaxUnpackedBytes, file.RemainingBytes);
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[16 << 10];
            for (int read; (read = zlib.Read(buffer)) > 0 && unpacked.Length <= maxBytes;) unpacked.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // Damaged: keep the text unpacked so far.
        }

        return file.TryConsume(unpacked.Length) && unpacked.Length <= maxBytes ? unpacked.ToArray() : null;
    }
}
