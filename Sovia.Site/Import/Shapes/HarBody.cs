using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sovia.Import.Containers;
using Sovia.Import.Json;
using Sovia.Metadata;

namespace Sovia.Import.Shapes;

/// <summary>
/// The content of a response in a HAR file, in any form that recorders use. The stated encoding is not trusted, because it may be wrong.
/// </summary>
/// <param name="Bytes">The available content.</param>
/// <param name="IsTruncated">True if the content is incomplete.</param>
internal sealed record HarBody(byte[] Bytes, bool IsTruncated)
{
    /// <summary>Returns the content, or null if none was recorded.</summary>
    /// <param name="content">The <c>content</c> of the response.</param>
    /// <param name="encoding">The <c>Content-Encoding</c> of the response; null for none.</param>
    /// <param name="most">The maximum number of bytes to unpack.</param>
    public static HarBody? Read(JsonElement content, string? encoding, int most)
    {
        var value = content.GetPath("text");
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return new(Encoding.UTF8.GetBytes(value.GetRawText()), IsTruncated: false);
        if (value.ValueKind != JsonValueKind.String) return null;
        var isBase64 = string.Equals(content.GetPath("encoding").GetStringOrNull()?.Trim(), "base64", StringComparison.OrdinalIgnoreCase);
        if (isBase64 && value.TryGetBytesFromBase64(out var bytes))
            return bytes.Length == 0 ? null : Decompress(new(bytes, IsTruncated: false), encoding, most);
        if (value.GetStringOrNull() is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        // JSON begins with a bracket, so it is never taken for base64. Base64 that is not declared counts only if it decodes to known
        // content.
        if (LenientBase64.Decode(text) is { } decoded && (isBase64 || text.Length > 40) && IsKnownContent(decoded.Bytes))
            return Decompress(new(decoded.Bytes, decoded.IsCut), encoding, most);
        return Decompress(new(text.StartsWith("\u001F\u008B", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text)
            : Encoding.UTF8.GetBytes(text), IsTruncated: false), null, most);
    }

    /// <summary>Returns text content converted to UTF-8.</summary>
    /// <param name="mimeType">The MIME type of the response, which may state its character set.</param>
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

    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes is [var method, var flags, ..] && (method & 0x0F) == 8
        && ((method << 8) | flags) % 31 == 0;

    // Brotli has no signature, so it counts only if it unpacks to JSON. Recorders that leave out headers leave out this one too.
    private static bool IsBrotli(byte[] bytes)
    {
        var head = new byte[64];
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return IsJson(head.AsSpan(0, brotli.Read(head)));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return false;
        }
    }

    // Most recorders store content unpacked but leave the header unchanged; some store it packed.
    private static HarBody Decompress(HarBody body, string? encoding, int maxBytes)
    {
        var compressed = new MemoryStream(body.Bytes);
        using Stream? decompressor = IsGzip(body.Bytes) ? new GZipStream(compressed, CompressionMode.Decompress)
            : IsKnownContent(body.Bytes) ? null
            : encoding?.Trim().ToUpperInvariant() switch
            {
                "BR" => new BrotliStream(compressed, CompressionMode.Decompress),
                // Some servers leave out the header of zlib, and every browser reads both.
                "DEFLATE" when IsZlib(body.Bytes) => new ZLibStream(compressed, CompressionMode.Decompress),
                "DEFLATE" => new DeflateStream(compressed, CompressionMode.Decompress),
                null when IsBrotli(body.Bytes) => new BrotliStream(compressed, CompressionMode.Decompress),
                _ => null,
            };
        if (decompressor is null) return body;
        var decompressed = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; decompressed.Length < maxBytes && (read = decompressor.Read(buffer)) > 0;) decompressed.Write(buffer, 0, read);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or InvalidOperationException)
        {
            return decompressed.Length == 0 ? body : new(decompressed.ToArray(), IsTruncated: true);
        }
        return new(decompressed.ToArray(), body.IsTruncated || decompressed.Length >= maxBytes);
    }
}
