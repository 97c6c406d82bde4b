using System.Runtime.CompilerServices;
using System.Text;
using Sovia.Import.Json;
using Sovia.Import.Shapes;
using Sovia.Library.Addresses;
using Sovia.MediaFiles;

namespace Sovia.Import.Containers;

/// <summary>
/// A page that a browser saved with all that belongs to it in one file (MHTML): the posts that its markup points at, and the pictures in it.
/// </summary>
internal sealed class MimePage : IContainer
{
    private const int HeadLength = 4096;

    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, HeadLength)]).TrimStart('\u00EF', '\u00BB', '\u00BF', '\r', '\n');
        return text.Split('\n')[0] is var first && first.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && first.AsSpan(0, colon).IndexOfAnyExcept(MimeHeader.NameLetters) < 0
            && text.Contains("Content-Type:", StringComparison.OrdinalIgnoreCase)
            && (text.Contains("multipart/", StringComparison.OrdinalIgnoreCase) || text.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        var scope = new ReadScope(file.Name, source.Limits, file.ModifiedAt);
        var parts = new MimeParts(file.Content, source.Limits.ItemBytes);
        var media = new List<FoundMedia>();
        await using var markup = new PartsStream(Markup(parts, media));
        await foreach (var item in HtmlPage.ReadMarkupAsync(markup, scope, ct)) yield return item;
        foreach (var found in media) yield return new("$", default) { File = file.Name, Media = found };
        if (parts.IsCut) yield return scope.Whole(IssueCode.Truncated, "The saved page is cut off. Everything before the end was imported.");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Markup(MimeParts parts, List<FoundMedia> media)
    {
        foreach (var part in parts.All())
            if (part.IsText)
            {
                yield return part.Bytes;
                // Addresses of two parts do not run into each other.
                yield return "\n"u8.ToArray();
            }
            else if (MediaIn(part) is { } found) media.Add(found);
    }

    private static FoundMedia? MediaIn(MimePart part)
    {
        var type = MediaType.Of(part.Bytes.AsSpan(0, Math.Min(part.Bytes.Length, MediaType.HeadLength)));
        var address = PostAddress.Read(part.Location);
        return type == MediaType.Unknown || part.IsCut || address is not { Kind: AddressKind.Media, Id: { } id, Url: { } url } || url.Contains("/cdn-cgi/", StringComparison.Ordinal) ? null
            : new(HarMedia.NameOf(id, url.Split('?')[0], type), new MemoryStream(part.Bytes));
    }
}
