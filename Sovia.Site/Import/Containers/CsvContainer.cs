using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>
/// A CSV table with a header line, of which at least one heading is known to hold ids or URLs. Each row is read as a JSON object.
/// </summary>
internal sealed class CsvContainer : IContainerFormat
{
    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => GetDelimiter(head) is not null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekableStream.PeekAsync(file.Content, 2048, ct);
        await using var rows = new EnumerableStream(Rows(content, GetDelimiter(head.Span)!, source.Limits));
        await foreach (var item in new JsonItemReader(rows, new(file.Name, source.Limits, file.ModifiedAt)).ReadAsync(ct))
            yield return item;
    }

    private static string? GetDelimiter(ReadOnlySpan<byte> head)
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

    private static IEnumerable<ReadOnlyMemory<byte>> Rows(Stream content, string delimiter, ReadLimits limits)
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
        Next(csv);
        if (IsSeparatorLine(csv.RawRecord.AsSpan().Trim())) Next(csv);
        var names = NormaliseHeaders(csv.Record ?? []);
        var isFirst = true;
        yield return "["u8.ToArray();
        while (Next(csv))
        {
            // Omits the closing bracket, so that the JSON reader reports the file as truncated and how much was imported.
            if (IsCut(csv.RawRecord)) yield break;
            yield return Row(names, csv.Record!, isFirst);
            isFirst = false;
        }
        yield return "]"u8.ToArray();
    }

    private static bool Next(CsvParser csv)
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
        for (var at = 0; at < headings.Length; at++)
            names[at] = CsvHeaders.Normalise(headings[at]) is var name && !names.AsSpan(0, at).Contains(name) ? name : headings[at].Trim();
        return names;
    }

    // An unclosed quote has swallowed the rest of the file.
    private static bool IsCut(string record) => record.AsSpan().Count('"') % 2 != 0;

    // =HYPERLINK("https://…", "…"): the formula of a link in a spreadsheet.
    private static string GetTarget(string cell) => cell.StartsWith("=HYPERLINK(", StringComparison.OrdinalIgnoreCase)
        && cell.Split('"') is [_, { Length: > 0 } target, ..] ? target : cell;

    private static byte[] Row(string[] names, string[] cells, bool isFirst)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(names.Length, cells.Length); i++)
            if (cells[i].Length > 0) row[names[i]] = GetTarget(cells[i]);
        var json = JsonSerializer.SerializeToUtf8Bytes(row);
        return isFirst ? json : [(byte)',', .. json];
    }
}
