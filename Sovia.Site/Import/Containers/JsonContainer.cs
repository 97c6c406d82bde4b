using System.Buffers;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>JSON in UTF-8: one value or many, with or without the prefixes that scripts and servers add.</summary>
internal sealed class JsonContainer : IContainerFormat
{
    private static readonly SearchValues<byte> NumberCharacters = SearchValues.Create("-+.0123456789eE"u8);

    private static readonly SearchValues<byte> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$"u8);

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) =>
        JsonSeparator.MeasureLength(head, isFinal: true) is { } valueStart
        && (valueStart == head.Length || (head[valueStart] is (byte)'{' or (byte)'[' or (byte)'"' && !IsProse(head[valueStart..])));

    /// <summary>
    /// True for text that begins like JSON but is not: <c>[a heron](https://…)</c>, <c>[x] done</c>, <c>[12:30] hello</c>,
    /// <c>"Heron" is here</c>, <c>{draft} see</c>.
    /// </summary>
    private static bool IsProse(ReadOnlySpan<byte> text)
    {
        // Text with names and values is JSON, even if damaged.
        if (text.IndexOf("\":"u8) >= 0) return false;
        if (text[0] is (byte)'"' or (byte)'{')
            return text.IndexOf("grok.com/"u8) >= 0
                && (text[0] == (byte)'"' ? IsProseAfterQuote(text) : IsProseInBraces(text[1..].TrimStart(" \t\r\n"u8)));
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

    // "Heron" is here: a string of JSON is followed by a comma, by another value on a new line, or by nothing.
    private static bool IsProseAfterQuote(ReadOnlySpan<byte> text)
    {
        var length = text[1..].IndexOf((byte)'"');
        if (length < 0 || text[1..(length + 1)].IndexOfAny((byte)'\\', (byte)'\n') >= 0) return false;
        var rest = text[(length + 2)..].TrimStart(" \t"u8);
        if (rest.IsEmpty) return false;
        if (rest[0] is not ((byte)',' or (byte)'\r' or (byte)'\n')) return true;
        var next = rest.TrimStart(", \t\r\n"u8);
        return !next.IsEmpty && next[0] is not ((byte)'"' or (byte)'{' or (byte)'[');
    }

    // {draft} see, {\rtf1: the name of a property is quoted, or at least followed by a colon.
    private static bool IsProseInBraces(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is (byte)'"' or (byte)'}' or (byte)'\'' or (byte)'/') return false;
        var name = text.IndexOfAnyExcept(NameCharacters);
        return name < 0 || name == 0 || text[name..].TrimStart(" \t"u8) is not [(byte)':', ..];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, CancellationToken ct) =>
        new JsonItemReader(file.Content, new(file.Name, source.Limits, file.ModifiedAt)).ReadAsync(ct);
}
