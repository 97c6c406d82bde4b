using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>A table with a line of headings, of which at least one is known to hold ids or addresses. Each row is read as an object.</summary>
internal sealed class CsvTable : IContainer
{
    private static readonly string[] Delimiters = [",", ";", "\t"];
    private static readonly string[] Telling = ["id", "uuid", "link", "url", "mediaUrl", "media_url", "post_id", "postId", "assetId"];
    private static readonly string[] Known = ["prompt", "model", "date", "type", "ts", "create_time", "createTime", "mediaType", "media_type", "thumbnail", "isChild", "parentId", "created_at", "file", .. Telling];

    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) => DelimiterOf(head) is not null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekedStream.PeekAsync(file.Content, 2048, ct);
        await using var rows = new PartsStream(Rows(content, DelimiterOf(head.Span)!, source.Limits));
        await foreach (var item in new JsonItemReader(rows, new(file.Name, source.Limits, file.ModifiedAt)).ReadAsync(ct)) yield return item;
    }

    private static string? DelimiterOf(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOfAny((byte)'\n', (byte)'\r');
        var line = Encoding.UTF8.GetString(end < 0 ? head : head[..end]).TrimStart('\uFEFF');
        return Array.Find(Delimiters, delimiter =>
        {
            var names = line.Split(delimiter).Select(name => name.Trim().Trim('"')).ToList();
            return names.Count > 1 && names.Intersect(Telling, StringComparer.OrdinalIgnoreCase).Any() && names.Intersect(Known, StringComparer.OrdinalIgnoreCase).Count() > 1;
        });
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Rows(Stream content, string delimiter, ReadLimits limits)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            IgnoreBlankLines = true,
            // What is wrong is told without repeating what stands there.
            ExceptionMessagesContainRawData = false,
            MaxFieldSize = limits.StringBytes,
        });
        Next(csv);
        var names = (csv.Record ?? []).Select(name => name.Trim()).ToArray();
        var isFirst = true;
        yield return "["u8.ToArray();
        while (Next(csv))
        {
            // Without its end the list is cut off for whoever reads it, who then says so and how much came in.
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

    // A quote that nothing closes has swallowed the rest of the file.
    private static bool IsCut(string record) => record.AsSpan().Count('"') % 2 != 0;

    private static byte[] Row(string[] names, string[] cells, bool isFirst)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(names.Length, cells.Length); i++)
            if (cells[i].Length > 0) row[names[i]] = cells[i];
        var json = JsonSerializer.SerializeToUtf8Bytes(row);
        return isFirst ? json : [(byte)',', .. json];
    }
}
