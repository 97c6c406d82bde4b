using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Sovia.Import;

/// <summary>
/// Streams the items of a JSON file: a bare array, or an object with the array under a known name, however many of them
/// stand one behind the other. Only one item is in memory at a time.
/// </summary>
internal sealed class JsonItemReader(Stream stream, string file)
{
    private const int FirstBuffer = 64 * 1024;
    private const int LargestItem = 64 * 1024 * 1024;

    private readonly JsonItemScanner scanner = new();
    private byte[] buffer = new byte[FirstBuffer];
    private int start;
    private int end;
    private bool atEnd;

    /// <summary>Items and issues in the order of the file.</summary>
    public async IAsyncEnumerable<JsonItem> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await SkipByteOrderMarkAsync(ct);
        while (true)
        {
            var (found, failure) = Scan();
            if (failure is not null)
            {
                if (scanner.HasStarted || HoldsText()) yield return Whole(scanner.HasStarted ? IssueCode.Truncated : IssueCode.NotJson, failure);
                else yield return Whole(IssueCode.Empty, "The file is empty.");
                yield break;
            }
            if (found is { } item) yield return item with { Issue = item.Issue is { } issue ? issue with { File = file } : null };
            else if (atEnd) break;
            else if (end - start >= LargestItem)
            {
                yield return Whole(IssueCode.TooLarge, $"One item is larger than {LargestItem / 1024 / 1024} MB. What came before it went in.");
                yield break;
            }
            else await FillAsync(ct);
        }
        if (!scanner.HasStarted) yield return Whole(IssueCode.Empty, "The file is empty.");
        else if (scanner.Items == 0 && !scanner.FoundList) yield return Whole(IssueCode.UnknownShape, UnknownShape());
        else if (scanner.Items == 0) yield return Whole(IssueCode.Empty, "The file has a list of posts, but the list is empty.");
    }

    private (JsonItem?, string?) Scan()
    {
        try
        {
            var item = scanner.Next(buffer.AsSpan(start, end - start), atEnd, out var consumed);
            start += consumed;
            return (item, null);
        }
        catch (JsonException e)
        {
            return (null, atEnd && scanner.HasStarted
                ? $"The file is cut off or damaged; {scanner.Items:N0} items before that place were read. ({e.Message})"
                : $"This is not JSON that can be read: {e.Message}");
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = await stream.ReadAsync(buffer.AsMemory(end), ct);
        end += read;
        atEnd = read == 0;
    }

    private async Task SkipByteOrderMarkAsync(CancellationToken ct)
    {
        while (end < 3 && !atEnd) await FillAsync(ct);
        if (buffer.AsSpan(0, end).StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })) start = 3;
    }

    private bool HoldsText() => buffer.AsSpan(start, end - start).ContainsAnyExcept(" \t\r\n"u8);

    private JsonItem Whole(string code, string reason) => new("$", default, new(code, file, "$", reason, Rejected: true));

    private string UnknownShape() => scanner.Keys.Count == 0
        ? "No posts were found in it."
        : $"No posts were found in it. Its top level holds: {string.Join(", ", scanner.Keys)}.";
}
