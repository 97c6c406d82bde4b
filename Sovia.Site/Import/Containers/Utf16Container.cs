using System.Runtime.CompilerServices;
using System.Text;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>Text in UTF-16, as saved by Windows tools, with or without a byte order mark.</summary>
internal sealed class Utf16Container : IContainerFormat
{
    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => IsUtf16(head);

    /// <summary>True for bytes that begin like UTF-16 text.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> head) => DetectEncoding(head) is not null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekableStream.PeekAsync(file.Content, 4, ct);
        await using var text = Encoding.CreateTranscodingStream(content, DetectEncoding(head.Span)!, Encoding.UTF8, leaveOpen: true);
        await foreach (var item in source.ReadAsync(file.Unwrap(text), ct)) yield return item;
    }

    /// <summary>Returns little-endian or big-endian UTF-16; null for any other text.</summary>
    public static Encoding? DetectEncoding(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, 0, 0, ..] => null,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [> 0 and < 0x80, 0, > 0 and < 0x80, 0, ..] => Encoding.Unicode,
        [0, > 0 and < 0x80, 0, > 0 and < 0x80, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
