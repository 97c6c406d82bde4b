using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>
/// Plain text with links to Grok, as pasted: one or more links on a line, with other text between them. Bare ids count only on lines
/// without other text, because any program's notes may be full of ids.
/// </summary>
internal sealed class LinkTextContainer : IContainerFormat
{
    private const int MaxLineLength = 1 << 20;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) =>
        !head.Contains((byte)0) && Encoding.UTF8.GetString(head).Split('\n', '\r').Any(line => new LinkLine(line).Links.Count > 0);

    /// <inheritdoc/>
    public IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, CancellationToken ct) =>
        ReadAsync(ReadLines(file.Content), file, source, ct);

    /// <summary>Reads lines of such a text.</summary>
    public static async IAsyncEnumerable<JsonItem> ReadAsync(IEnumerable<string> lines, SourceFile file, SourceReader source,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var context = new ReadContext(file.Name, source.Limits, file.ModifiedAt);
        var counter = new IdCounter(source.Limits);
        await using var linksJson = new EnumerableStream(SerializeLinks(lines, counter));
        await foreach (var item in new JsonItemReader(linksJson, context).ReadAsync(ct)) yield return item;
        if (counter.CreateIssue(context) is { } issue) yield return issue;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> SerializeLinks(IEnumerable<string> lines, IdCounter counter)
    {
        yield return "["u8.ToArray();
        var isFirst = true;
        foreach (var text in lines)
        {
            var line = new LinkLine(text);
            counter.AddIgnored(line.Remainder);
            foreach (var link in line.Links)
            {
                counter.AddRecognised(link);
                if (!isFirst) yield return ","u8.ToArray();
                isFirst = false;
                yield return JsonSerializer.SerializeToUtf8Bytes(link);
            }
        }
        yield return "]"u8.ToArray();
    }

    // Limits the length of a line, because a file may have no line breaks.
    private static IEnumerable<string> ReadLines(Stream content)
    {
        using var reader = new StreamReader(content, TolerantUtf8.Encoding, leaveOpen: true);
        var line = new StringBuilder();
        for (int nextChar; (nextChar = reader.Read()) >= 0;)
        {
            if (nextChar is not ('\n' or '\r') && line.Length < MaxLineLength)
            {
                line.Append((char)nextChar);
                continue;
            }
            yield return line.ToString();
            line.Clear();
            if (nextChar is not ('\n' or '\r')) line.Append((char)nextChar);
        }
        yield return line.ToString();
    }
}
