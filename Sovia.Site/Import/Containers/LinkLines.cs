using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>Plain text with addresses or ids in it, as it is pasted: a line or many to a line. Lines without any are talk.</summary>
internal sealed class LinkLines : IContainer
{
    private const int LongestLine = 1 << 20;

    private static readonly char[] Between = [' ', '\t', ',', ';', '<', '>', '"', '\'', '(', ')', '|'];

    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) => !head.Contains((byte)0) && SourceUrl.HasId(Encoding.UTF8.GetString(head));

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
            foreach (var word in line.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(SourceUrl.HasId))
            {
                if (!isFirst) yield return ","u8.ToArray();
                isFirst = false;
                yield return JsonSerializer.SerializeToUtf8Bytes(word);
            }
        yield return "]"u8.ToArray();
    }

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
