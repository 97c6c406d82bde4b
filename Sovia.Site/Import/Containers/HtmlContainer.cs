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
    private const int MaxUrlLength = 2048;

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
    public static async IAsyncEnumerable<JsonItem> ReadMarkupAsync(Stream markup, ReadContext context,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var counter = new IdCounter(context.Limits);
        var (urls, isTruncated) = await FindUrlsAsync(markup, counter, context.Limits, ct);
        if (urls.Count == 0)
        {
            yield return context.CreateFileIssue(IssueCode.HtmlChallenge,
                "This is a web page without data: a bot check, a sign-in page or a page without posts. Sign in, reload the page and "
                + "export again.");
            if (counter.CreateIssue(context) is { } ignoredIssue) yield return ignoredIssue;
            yield break;
        }
        var urlsJson = JsonSerializer.SerializeToUtf8Bytes(urls.Values);
        await foreach (var item in new JsonItemReader(new MemoryStream(urlsJson), context).ReadAsync(ct)) yield return item;
        if (counter.CreateIssue(context) is { } issue) yield return issue;
        if (isTruncated)
            yield return context.CreateFileIssue(IssueCode.TooLarge,
                $"The page is larger than {context.Limits.TextBytes >> 20} MB. Everything before that was imported. Split the file to import the rest.");
    }

    // Keeps one URL for each id: the media URL rather than that of a thumbnail or of the page.
    private static async Task<(Dictionary<Guid, string> Found, bool IsCut)> FindUrlsAsync(Stream content, IdCounter counter,
        ReadLimits limits, CancellationToken ct)
    {
        var urls = new Dictionary<Guid, string>();
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var block = new char[BlockLength];
        var (carriedLength, totalLength) = (0, 0L);
        while (await reader.ReadBlockAsync(block.AsMemory(carriedLength), ct) is > 0 and var read)
        {
            if ((totalLength += read) > limits.TextBytes) return (urls, true);
            // Unescaped first, because scripts with embedded state escape slashes.
            var text = GrokUrlScanner.Unescape(new string(block, 0, carriedLength + read));
            var isLast = carriedLength + read < block.Length;
            AddUrls(text, urls, counter, isLast ? text.Length : text.Length - MaxUrlLength, isLast, limits);
            if (isLast) break;
            // A URL may cross the boundary between two blocks.
            block.AsSpan(block.Length - MaxUrlLength).CopyTo(block);
            carriedLength = MaxUrlLength;
        }
        return (urls, false);
    }

    // A page shows the first frame of a video beside the video itself.
    private static int GetRank(string url) => !SourceUrl.IsMedia(url) ? 0 : SourceUrl.IsThumbnail(url) ? 1 : 2;

    private static void AddUrls(string text, Dictionary<Guid, string> urls, IdCounter counter, int length, bool isLast, ReadLimits limits)
    {
        var gapStart = 0;
        foreach (var range in GrokUrlScanner.FindRanges(text))
        {
            // The URL may continue in the next block.
            if (!isLast && range.End.Value == text.Length) break;
            if (GrokUrl.Parse(text[range]) is not { Id: { } id, Url: { } url }) continue;
            if (urls.Count < limits.Nodes && (!urls.TryGetValue(id, out var knownUrl) || GetRank(url) > GetRank(knownUrl))) urls[id] = url;
            counter.AddRecognised(text[range]);
            if (range.Start.Value > gapStart) counter.AddIgnored(text[gapStart..range.Start.Value]);
            gapStart = range.End.Value;
        }
        // The rest is scanned again with the next block.
        if (length > gapStart) counter.AddIgnored(text[gapStart..length]);
    }
}
