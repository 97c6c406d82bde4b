using System.IO.Compression;
using System.Text;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>Parses a text chunk of a PNG.</summary>
internal static class PngText
{
    private const int MaxUnpacked = 8 << 20;

    /// <summary>Returns the key and text; null if the chunk is damaged or unpacks to an implausible size.</summary>
    public static (string Key, string Text)? Parse(ReadOnlySpan<byte> type, byte[] chunk, BoundedFileReader file)
    {
        var end = chunk.AsSpan().IndexOf((byte)0);
        if (end < 1) return null;
        var key = Encoding.Latin1.GetString(chunk, 0, end);
        var rest = chunk.AsMemory(end + 1);
        var text = type[0] switch
        {
            (byte)'t' => rest,
            (byte)'z' when rest.Length > 1 => Inflate(rest[1..], file),
            (byte)'i' => International(rest, file),
            _ => null,
        };
        return text is { } bytes ? (key, TextDecoder.Decode(bytes.Span)) : null;
    }

    // Compression flag and method, then a language and a translated key, each terminated by NUL, then the text.
    private static ReadOnlyMemory<byte>? International(ReadOnlyMemory<byte> rest, BoundedFileReader file)
    {
        if (rest.Length < 4) return null;
        var packed = rest.Span[0] == 1;
        rest = rest[2..];
        for (var part = 0; part < 2; part++)
        {
            var end = rest.Span.IndexOf((byte)0);
            if (end < 0) return null;
            rest = rest[(end + 1)..];
        }

        return packed ? Inflate(rest, file) : rest;
    }

    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> packed, BoundedFileReader file)
    {
        var unpacked = new MemoryStream();
        var most = Math.Min(MaxUnpacked, file.RemainingBytes);
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[16 << 10];
            for (int read; (read = zlib.Read(buffer)) > 0 && unpacked.Length <= most;) unpacked.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // Damaged: keep the text unpacked so far.
        }

        return file.TryConsume(unpacked.Length) && unpacked.Length <= most ? unpacked.ToArray() : null;
    }
}
