using System.Runtime.CompilerServices;
using System.Text;
using Sovia.Import.Json;
using Sovia.Import.Shapes;
using Sovia.Library.Urls;
using Sovia.Metadata;

namespace Sovia.Import.Containers;

/// <summary>
/// A page that a browser saved with all its resources in one file (MHTML): the posts that its markup links to, and the images in it.
/// </summary>
internal sealed class MhtmlContainer : IContainerFormat
{
    private const int HeadLength = 4096;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, HeadLength)]).TrimStart('\u00EF', '\u00BB', '\u00BF', '\r', '\n');
        return text.Split('\n')[0] is var firstLine && firstLine.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && firstLine.AsSpan(0, colon).IndexOfAnyExcept(MimeHeaders.NameCharacters) < 0
            && text.Contains("Content-Type:", StringComparison.OrdinalIgnoreCase)
            && (text.Contains("multipart/", StringComparison.OrdinalIgnoreCase)
                || text.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var context = new ReadContext(file.Name, source.Limits, file.ModifiedAt);
        var parts = new MimePartReader(file.Content, source.Limits.ItemBytes);
        var media = new List<ExtractedMedia>();
        await using var markup = new EnumerableStream(ReadMarkup(parts, media));
        await foreach (var item in HtmlContainer.ReadMarkupAsync(markup, context, ct)) yield return item;
        foreach (var mediaFile in media) yield return new("$", default) { File = file.Name, Media = mediaFile };
        if (parts.IsTruncated)
            yield return context.CreateFileIssue(IssueCode.Truncated, "The saved page is cut off. Everything before the end was imported.");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> ReadMarkup(MimePartReader parts, List<ExtractedMedia> media)
    {
        foreach (var part in parts.ReadParts())
            if (part.IsText)
            {
                yield return part.Bytes;
                // Keeps URLs of two parts from running together.
                yield return "\n"u8.ToArray();
            }
            else if (FindMedia(part) is { } mediaFile) media.Add(mediaFile);
    }

    private static ExtractedMedia? FindMedia(MimePart part)
    {
        var type = MediaType.Detect(part.Bytes.AsSpan(0, Math.Min(part.Bytes.Length, MediaType.HeaderLength)));
        var grokUrl = GrokUrl.Parse(part.Location);
        return type == MediaType.Unknown || part.IsTruncated || grokUrl is not { Kind: GrokUrlKind.Media, Id: { } id, Url: { } url }
            || url.Contains("/cdn-cgi/", StringComparison.Ordinal) ? null
            : new(HarMediaReader.CreateFileName(id, url.Split('?')[0], type), new MemoryStream(part.Bytes));
    }
}
