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
    private const int LongestLine = 1 << 20;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) =>
        !head.Contains((byte)0) && Encoding.UTF8.GetString(head).Split('\n', '\r').Any(line => new LinkLine(line).Links.Count > 0);

    /// <inheritdoc/>
    public IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, CancellationToken ct) =>
        ReadAsync(Lines(file.Content), file, source, ct);

    /// <summary>Reads lines of such a text.</summary>
    public static async IAsyncEnumerable<JsonItem> ReadAsync(IEnumerable<string> lines, SourceFile file, SourceReader source,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var scope = new ReadContext(file.Name, source.Limits, file.ModifiedAt);
        var count = new IdCounter(source.Limits);
        await using var list = new EnumerableStream(Parts(lines, count));
        await foreach (var item in new JsonItemReader(list, scope).ReadAsync(ct)) yield return item;
        if (count.CreateIssue(scope) is { } issue) yield return issue;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(IEnumerable<string> lines, IdCounter count)
    {
        yield return "["u8.ToArray();
        var isFirst = true;
        foreach (var text in lines)
        {
            var line = new LinkLine(text);
            count.AddIgnored(line.Remainder);
            foreach (var link in line.Links)
            {
                count.AddRecognised(link);
                if (!isFirst) yield return ","u8.ToArray();
                isFirst = false;
                yield return JsonSerializer.SerializeToUtf8Bytes(link);
            }
        }
        yield return "]"u8.ToArray();
    }

    // Limits the length of a line, because a file may have no line breaks.
    private static IEnumerable<string> Lines(Stream content)
    {
        using var reader = new StreamReader(content, TolerantUtf8.Encoding, leaveOpen: true);
        var line = new StringBuilder();
        for (int read; (read = reader.Read()) >= 0;)
        {
            if (read is not ('\n' or '\r') && line.Length < LongestLine)
            {
                line.Append((char)read);
                continue;
            }
            yield return line.ToString();
            line.Clear();
            if (read is not ('\n' or '\r')) line.Append((char)read);
        }
        yield return line.ToString();
    }
}
