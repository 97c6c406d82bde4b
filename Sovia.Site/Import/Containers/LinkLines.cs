using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>
/// Plain text with the maker's addresses in it, as it is pasted: one or many to a line, and talk between them. Bare ids count on lines that
/// hold nothing else, for any program's notes may be full of ids.
/// </summary>
internal sealed class LinkLines : IContainer
{
    private const int LongestLine = 1 << 20;

    private static readonly char[] Between = [' ', '\t', ',', ';', '<', '>', '"', '\'', '(', ')', '|'];

    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) => !head.Contains((byte)0) && Encoding.UTF8.GetString(head).Split('\n', '\r').Any(line => In(line).Any());

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var list = new PartsStream(Parts(file.Content));
        await foreach (var item in new JsonItemReader(list, new(file.Name, source.Limits, file.ModifiedAt)).ReadAsync(ct)) yield return item;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        yield return "["u8.ToArray();
        var isFirst = true;
        foreach (var line in Lines(reader))
            foreach (var word in In(line))
            {
                if (!isFirst) yield return ","u8.ToArray();
                isFirst = false;
                yield return JsonSerializer.SerializeToUtf8Bytes(word);
            }
        yield return "]"u8.ToArray();
    }

    private static IEnumerable<string> In(string line)
    {
        var words = line.TrimStart('\uFEFF').Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.TrueForAll(words, word => IsLink(word) || Guid.TryParse(word, out _)) ? words : words.Where(IsLink);
    }

    private static bool IsLink(string word) => SourceUrl.Clean(word) is { } url && SourceUrl.IdIn(url) is not null;

    // A line may be endless.
    private static IEnumerable<string> Lines(StreamReader reader)
    {
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
        }
        yield return line.ToString();
    }
}
