using System.Buffers;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>JSON in UTF-8: one value or many, with or without the prefixes that scripts and servers add.</summary>
internal sealed class JsonContainer : IContainerFormat
{
    private static readonly SearchValues<byte> NumberCharacters = SearchValues.Create("-+.0123456789eE"u8);

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) =>
        JsonSeparator.MeasureLength(head, isFinal: true) is { } valueStart
        && (valueStart == head.Length || (head[valueStart] is (byte)'{' or (byte)'[' or (byte)'"' && !IsProse(head[valueStart..])));

    /// <summary>
    /// True for text that begins with a bracket but is not a JSON array: <c>[a heron](https://…)</c>, <c>[x] done</c>,
    /// <c>[12:30] hello</c>.
    /// </summary>
    private static bool IsProse(ReadOnlySpan<byte> text)
    {
        // Text with names and values is JSON, even if damaged.
        if (text[0] != (byte)'[' || text.IndexOf("\":"u8) >= 0) return false;
        var line = text[1..(text.IndexOfAny((byte)'\n', (byte)'\r') is > 0 and var end ? end : text.Length)];
        if (line.IndexOf("]("u8) is >= 0 and var link && line[..link].IndexOf((byte)'[') < 0 && line[..link].Count((byte)'"') % 2 == 0)
            return true;
        var first = text[1..].TrimStart(" \t\r\n"u8);
        // In an array, a number is followed by a comma or the closing bracket.
        var numberLength = first.IndexOfAnyExcept(NumberCharacters);
        return !first.IsEmpty && (first[0] is (byte)'-' or >= (byte)'0' and <= (byte)'9'
            ? numberLength > 0 && first[numberLength] is not ((byte)',' or (byte)']' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'
                or (byte)'/')
            : first[0] is not ((byte)'{' or (byte)'[' or (byte)'"' or (byte)']' or (byte)',' or (byte)'/') && !first.StartsWith("true"u8)
            && !first.StartsWith("false"u8) && !first.StartsWith("null"u8));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, CancellationToken ct) =>
        new JsonItemReader(file.Content, new(file.Name, source.Limits, file.ModifiedAt)).ReadAsync(ct);
}
