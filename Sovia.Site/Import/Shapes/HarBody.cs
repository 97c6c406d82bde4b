using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sovia.Import.Containers;
using Sovia.Import.Json;
using Sovia.MediaFiles;

namespace Sovia.Import.Shapes;

/// <summary>The content of a recorded answer, whichever way the recorder kept it. What the recording says of its encoding need not be so.</summary>
/// <param name="Bytes">The content as far as it goes.</param>
/// <param name="IsCut">True where it ends in the middle.</param>
internal sealed record HarBody(byte[] Bytes, bool IsCut)
{
    /// <summary>The content, or null where none was recorded.</summary>
    /// <param name="content">The answer's <c>content</c>.</param>
    /// <param name="encoding">What it was packed with on its way, as the answer says; null for nothing.</param>
    /// <param name="most">More bytes than that are not unpacked.</param>
    public static HarBody? Of(JsonElement content, string? encoding, int most)
    {
        var value = content.At("text");
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return new(Encoding.UTF8.GetBytes(value.GetRawText()), IsCut: false);
        if (value.ValueKind != JsonValueKind.String) return null;
        var isFlagged = string.Equals(content.At("encoding").Text()?.Trim(), "base64", StringComparison.OrdinalIgnoreCase);
        if (isFlagged && value.TryGetBytesFromBase64(out var bytes)) return bytes.Length == 0 ? null : Unpacked(new(bytes, IsCut: false), encoding, most);
        if (value.Text() is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        // Text that is no base64 begins with a bracket; base64 without the flag is believed only where it is of something.
        if (Base64Text.Read(text) is { } read && (isFlagged || text.Length > 40) && IsOfSomething(read.Bytes)) return Unpacked(new(read.Bytes, read.IsCut), encoding, most);
        return Unpacked(new(text.StartsWith("\u001F\u008B", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text), IsCut: false), null, most);
    }

    /// <summary>The same in UTF-8, for content that is text.</summary>
    /// <param name="mimeType">With the character set that the answer says.</param>
    public HarBody AsUtf8(string? mimeType)
    {
        if (Utf16Text.EncodingOf(Bytes) is { } utf16) return this with { Bytes = Encoding.Convert(utf16, Encoding.UTF8, Bytes) };
        var set = mimeType?.Split("charset=", StringSplitOptions.TrimEntries) is [_, var name, ..] ? name.Split(';')[0].Trim('"', '\'', ' ') : null;
        if (set is null || set.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) || System.Text.Unicode.Utf8.IsValid(Bytes)) return this;
        try
        {
            return this with { Bytes = Encoding.Convert(CodePagesEncodingProvider.Instance.GetEncoding(set) ?? Encoding.GetEncoding(set), Encoding.UTF8, Bytes) };
        }
        catch (ArgumentException)
        {
            return this;
        }
    }

    private static bool IsOfSomething(ReadOnlySpan<byte> bytes) => IsGzip(bytes) || IsJson(bytes) || Utf16Text.EncodingOf(bytes) is not null
        || MediaType.Of(bytes[..Math.Min(bytes.Length, MediaType.HeadLength)]) != MediaType.Unknown;

    private static bool IsJson(ReadOnlySpan<byte> bytes) => JsonGap.LengthOf(bytes, isFinal: true) is { } gap && gap < bytes.Length && bytes[gap] is (byte)'{' or (byte)'[';

    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith(new byte[] { 0x1F, 0x8B, 0x08 });

    // Recorders unpack what they keep, but not all of them, and leave the header as it was.
    private static HarBody Unpacked(HarBody body, string? encoding, int most)
    {
        var packed = new MemoryStream(body.Bytes);
        using Stream? unpacking = IsGzip(body.Bytes) ? new GZipStream(packed, CompressionMode.Decompress)
            : encoding is null || IsOfSomething(body.Bytes) ? null
            : encoding.Trim().ToUpperInvariant() switch
            {
                "BR" => new BrotliStream(packed, CompressionMode.Decompress),
                "DEFLATE" => new ZLibStream(packed, CompressionMode.Decompress),
                _ => null,
            };
        if (unpacking is null) return body;
        var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; unpacked.Length < most && (read = unpacking.Read(buffer)) > 0;) unpacked.Write(buffer, 0, read);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or InvalidOperationException)
        {
            return unpacked.Length == 0 ? body : new(unpacked.ToArray(), IsCut: true);
        }
        return new(unpacked.ToArray(), body.IsCut || unpacked.Length >= most);
    }
}
