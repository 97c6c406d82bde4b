using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import.Containers;

/// <summary>
/// A saved web page, bookmarks in HTML, or a property list of Safari. Finds the posts it links to, or reports that a bot check or a
/// sign-in page was saved instead.
/// </summary>
internal sealed class HtmlContainer : IContainerFormat
{
    private const int BlockLength = 256 * 1024;
    private const int LongestAddress = 2048;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => head.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..] || head.StartsWith("bplist00"u8);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekableStream.PeekAsync(file.Content, 1024, ct);
        var isPage = !IsBookmarks(head.Span);
        await foreach (var item in ReadMarkupAsync(content, new(file.Name, source.Limits, file.ModifiedAt), ct))
            yield return isPage || item.Issue is not { Code: IssueCode.HtmlChallenge } issue ? item
                : item with { Issue = issue with { Code = IssueCode.UnknownShape, Reason = "The page has links, but none to a post." } };
    }

    private static bool IsBookmarks(ReadOnlySpan<byte> head) =>
        head.StartsWith("bplist00"u8) || head.IndexOf("NETSCAPE-Bookmark"u8) >= 0 || head.IndexOf("<plist"u8) >= 0;

    /// <summary>Reads the posts that markup links to.</summary>
    public static async IAsyncEnumerable<JsonItem> ReadMarkupAsync(Stream markup, ReadContext scope,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var count = new IdCounter(scope.Limits);
        var (found, isCut) = await AddressesAsync(markup, count, scope.Limits, ct);
        if (found.Count == 0)
        {
            yield return scope.CreateFileIssue(IssueCode.HtmlChallenge,
                "This is a web page without data: a bot check, a sign-in page or a page without posts. Sign in, reload the page and "
                + "export again.");
            if (count.CreateIssue(scope) is { } passed) yield return passed;
            yield break;
        }
        var list = JsonSerializer.SerializeToUtf8Bytes(found.Values);
        await foreach (var item in new JsonItemReader(new MemoryStream(list), scope).ReadAsync(ct)) yield return item;
        if (count.CreateIssue(scope) is { } issue) yield return issue;
        if (isCut)
            yield return scope.CreateFileIssue(IssueCode.TooLarge,
                $"The page is larger than {scope.Limits.TextBytes >> 20} MB. Everything before that was imported. Split the file to import the rest.");
    }

    // Keeps one URL for each id: the media URL rather than that of a thumbnail or of the page.
    private static async Task<(Dictionary<Guid, string> Found, bool IsCut)> AddressesAsync(Stream content, IdCounter count,
        ReadLimits limits, CancellationToken ct)
    {
        var found = new Dictionary<Guid, string>();
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var block = new char[BlockLength];
        var (kept, total) = (0, 0L);
        while (await reader.ReadBlockAsync(block.AsMemory(kept), ct) is > 0 and var read)
        {
            if ((total += read) > limits.TextBytes) return (found, true);
            // Embedded state is a script, in which slashes are escaped.
            var text = GrokUrlScanner.Unescape(new string(block, 0, kept + read));
            var isLast = kept + read < block.Length;
            Find(text, found, count, isLast ? text.Length : text.Length - LongestAddress, isLast, limits);
            if (isLast) break;
            // A URL may cross the boundary between two blocks.
            block.AsSpan(block.Length - LongestAddress).CopyTo(block);
            kept = LongestAddress;
        }
        return (found, false);
    }

    // A page shows the first frame of a video beside the video itself.
    private static int Rank(string url) => !SourceUrl.IsMedia(url) ? 0 : SourceUrl.IsThumbnail(url) ? 1 : 2;

    private static void Find(string text, Dictionary<Guid, string> found, IdCounter count, int whole, bool isLast, ReadLimits limits)
    {
        var from = 0;
        foreach (var range in GrokUrlScanner.FindRanges(text))
        {
            // The URL may continue in the next block.
            if (!isLast && range.End.Value == text.Length) break;
            if (GrokUrl.Parse(text[range]) is not { Id: { } id, Url: { } url }) continue;
            if (found.Count < limits.Nodes && (!found.TryGetValue(id, out var known) || Rank(url) > Rank(known))) found[id] = url;
            count.AddRecognised(text[range]);
            if (range.Start.Value > from) count.AddIgnored(text[from..range.Start.Value]);
            from = range.End.Value;
        }
        // The rest is scanned again with the next block.
        if (whole > from) count.AddIgnored(text[from..whole]);
    }
}
