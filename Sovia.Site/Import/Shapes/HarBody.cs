using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sovia.Import.Containers;
using Sovia.Import.Json;
using Sovia.Metadata;

namespace Sovia.Import.Shapes;

/// <summary>
/// The content of a recorded answer, whichever way the recorder kept it. What the recording says of its encoding need not be so.
/// </summary>
/// <param name="Bytes">The content as far as it goes.</param>
/// <param name="IsTruncated">True where it ends in the middle.</param>
internal sealed record HarBody(byte[] Bytes, bool IsTruncated)
{
    /// <summary>The content, or null where none was recorded.</summary>
    /// <param name="content">The answer's <c>content</c>.</param>
    /// <param name="encoding">What it was packed with on its way, as the answer says; null for nothing.</param>
    /// <param name="most">More bytes than that are not unpacked.</param>
    public static HarBody? Read(JsonElement content, string? encoding, int most)
    {
        var value = content.GetPath("text");
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return new(Encoding.UTF8.GetBytes(value.GetRawText()), IsTruncated: false);
        if (value.ValueKind != JsonValueKind.String) return null;
        var isFlagged = string.Equals(content.GetPath("encoding").GetStringOrNull()?.Trim(), "base64", StringComparison.OrdinalIgnoreCase);
        if (isFlagged && value.TryGetBytesFromBase64(out var bytes))
            return bytes.Length == 0 ? null : Decompress(new(bytes, IsTruncated: false), encoding, most);
        if (value.GetStringOrNull() is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        // Text that is no base64 begins with a bracket; base64 without the flag is believed only where it is of something.
        if (LenientBase64.Decode(text) is { } read && (isFlagged || text.Length > 40) && IsKnownContent(read.Bytes))
            return Decompress(new(read.Bytes, read.IsCut), encoding, most);
        return Decompress(new(text.StartsWith("\u001F\u008B", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text)
            : Encoding.UTF8.GetBytes(text), IsTruncated: false), null, most);
    }

    /// <summary>The same in UTF-8, for content that is text.</summary>
    /// <param name="mimeType">With the character set that the answer says.</param>
    public HarBody ToUtf8(string? mimeType)
    {
        if (Utf16Container.DetectEncoding(Bytes) is { } utf16) return this with { Bytes = Encoding.Convert(utf16, Encoding.UTF8, Bytes) };
        var set = mimeType?.Split("charset=", StringSplitOptions.TrimEntries) is [_, var name, ..] ? name.Split(';')[0].Trim('"', '\'', ' ')
            : null;
        if (set is null || set.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) || System.Text.Unicode.Utf8.IsValid(Bytes))
            return this;
        try
        {
            return this with
            {
                Bytes = Encoding.Convert(CodePagesEncodingProvider.Instance.GetEncoding(set) ?? Encoding.GetEncoding(set), Encoding.UTF8,
                    Bytes)
            };
        }
        catch (ArgumentException)
        {
            return this;
        }
    }

    private static bool IsKnownContent(ReadOnlySpan<byte> bytes) =>
        IsGzip(bytes) || IsJson(bytes) || Utf16Container.DetectEncoding(bytes) is not null
        || MediaType.Detect(bytes[..Math.Min(bytes.Length, MediaType.HeaderLength)]) != MediaType.Unknown;

    private static bool IsJson(ReadOnlySpan<byte> bytes) =>
        JsonSeparator.MeasureLength(bytes, isFinal: true) is { } gap && gap < bytes.Length && bytes[gap] is (byte)'{' or (byte)'[';

    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith(new byte[] { 0x1F, 0x8B, 0x08 });

    // Recorders unpack what they keep, but not all of them, and leave the header as it was.
    private static HarBody Decompress(HarBody body, string? encoding, int most)
    {
        var packed = new MemoryStream(body.Bytes);
        using Stream? unpacking = IsGzip(body.Bytes) ? new GZipStream(packed, CompressionMode.Decompress)
            : encoding is null || IsKnownContent(body.Bytes) ? null
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
            return unpacked.Length == 0 ? body : new(unpacked.ToArray(), IsTruncated: true);
        }
        return new(unpacked.ToArray(), body.IsTruncated || unpacked.Length >= most);
    }
}
