using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>
/// A CSV table with a header line in which at least one heading is known for ids or URLs. Each row is read as a JSON object.
/// </summary>
internal sealed class CsvContainer : IContainerFormat
{
    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => FindDelimiter(head) is not null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekableStream.PeekAsync(file.Content, 2048, ct);
        await using var jsonStream = new EnumerableStream(ReadRows(content, FindDelimiter(head.Span)!, source.Limits));
        await foreach (var item in new JsonItemReader(jsonStream, new(file.Name, source.Limits, file.ModifiedAt)).ReadAsync(ct))
            yield return item;
    }

    private static string? FindDelimiter(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).AsSpan().TrimStart("\uFEFF\r\n");
        var line = GetLine(text);
        // Excel may write a first line that states the delimiter.
        if (IsSeparatorLine(line)) line = GetLine(text[line.Length..].TrimStart("\r\n"));
        var headings = line.ToString();
        return Array.Find(Delimiters, delimiter => headings.TrimStart().IndexOf(delimiter, StringComparison.Ordinal) > 0
            && CsvHeaders.ArePostHeaders(headings.Split(delimiter)));
    }

    private static ReadOnlySpan<char> GetLine(ReadOnlySpan<char> text) =>
        text.IndexOfAny('\n', '\r') is >= 0 and var end ? text[..end] : text;

    private static bool IsSeparatorLine(ReadOnlySpan<char> line) => line.Trim('"').StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ReadOnlyMemory<byte>> ReadRows(Stream content, string delimiter, ReadLimits limits)
    {
        using var reader = new StreamReader(content, TolerantUtf8.Encoding, leaveOpen: true);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            IgnoreBlankLines = true,
            // Keeps the user's data out of error messages.
            ExceptionMessagesContainRawData = false,
            MaxFieldSize = limits.StringBytes,
        });
        ReadRecord(csv);
        if (IsSeparatorLine(csv.RawRecord.AsSpan().Trim())) ReadRecord(csv);
        var names = NormaliseHeaders(csv.Record ?? []);
        var isFirst = true;
        yield return "["u8.ToArray();
        while (ReadRecord(csv))
        {
            // Omits the closing bracket, so that the JSON reader reports the file as truncated and how much was imported.
            if (HasUnclosedQuote(csv.RawRecord)) yield break;
            yield return SerializeRow(names, csv.Record!, isFirst);
            isFirst = false;
        }
        yield return "]"u8.ToArray();
    }

    private static bool ReadRecord(CsvParser csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException e)
        {
            throw new InvalidDataException(e.Message.Split('\n')[0], e);
        }
    }

    // If two headings have the same meaning, the second keeps its own name.
    private static string[] NormaliseHeaders(string[] headings)
    {
        var names = new string[headings.Length];
        for (var i = 0; i < headings.Length; i++)
            names[i] = CsvHeaders.Normalise(headings[i]) is var name && !names.AsSpan(0, i).Contains(name) ? name : headings[i].Trim();
        return names;
    }

    // An unclosed quote has swallowed the rest of the file.
    private static bool HasUnclosedQuote(string record) => record.AsSpan().Count('"') % 2 != 0;

    // Spreadsheets store a link as a formula: =HYPERLINK("https://…", "…").
    private static string GetLinkTarget(string cell) => cell.StartsWith("=HYPERLINK(", StringComparison.OrdinalIgnoreCase)
        && cell.Split('"') is [_, { Length: > 0 } target, ..] ? target : cell;

    private static byte[] SerializeRow(string[] names, string[] cells, bool isFirst)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(names.Length, cells.Length); i++)
            if (cells[i].Length > 0) row[names[i]] = GetLinkTarget(cells[i]);
        var json = JsonSerializer.SerializeToUtf8Bytes(row);
        return isFirst ? json : [(byte)',', .. json];
    }
}
