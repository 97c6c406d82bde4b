using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Import.Shapes;

/// <summary>A list of URLs or ids of posts: a download history, a pasted list, or the links of a saved page.</summary>
internal sealed class LinkListReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Link;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => outline.Token == JsonTokenType.String
        ? GrokUrl.Parse(outline.GetText("")).Kind != GrokUrlKind.None
        : outline.HasToken("[]", JsonTokenType.String) && outline.GetText("[]") is { } first
            && (GrokUrl.Parse(first).Kind != GrokUrlKind.None || first.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        token == JsonTokenType.StartArray && pathPattern.Length == 0 ? JsonValueAction.Enter : JsonValueAction.ReadItem;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        if (item.Element.GetStringOrNull()?.Trim() is not { } text) return [item];
        var grokUrl = GrokUrl.Parse(text);
        if (grokUrl.Id is not { } id)
            return [context.CreateIssue(IssueCode.NoId, item.Path, $"{grokUrl.Description} {Excerpt(text)}", rejected: true)];
        using var post = new NormalisedJsonBuilder();
        post.Set("id", id.ToString());
        if (grokUrl is not { Kind: GrokUrlKind.Media, Url: { } url } || !SourceUrl.IsThumbnail(url))
            post.Set(grokUrl.Kind == GrokUrlKind.Media ? "mediaUrl" : "link", grokUrl.Url);
        else
            // Grok's storage has such a thumbnail beside a video, never beside an image.
            post.Set("thumbnailImageUrl", url).Set("mediaType", url.Contains("/preview_image", StringComparison.OrdinalIgnoreCase)
                || url.Contains("/share-videos/", StringComparison.OrdinalIgnoreCase) ? "MEDIA_POST_TYPE_VIDEO" : null);
        return [item with { Element = post.Build() }];
    }

    // Omits the query, which may contain a signature.
    private static string Excerpt(string text) => text.Split('?')[0] is { Length: > 120 } path ? path[..120] + "…" : text.Split('?')[0];
}
