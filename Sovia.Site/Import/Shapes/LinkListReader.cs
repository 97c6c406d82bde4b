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
    public bool CanRead(JsonOutline head) => head.Token == JsonTokenType.String
        ? GrokUrl.Parse(head.GetText("")).Kind != GrokUrlKind.None
        : head.HasToken("[]", JsonTokenType.String) && head.GetText("[]") is { } first
            && (GrokUrl.Parse(first).Kind != GrokUrlKind.None || first.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) =>
        token == JsonTokenType.StartArray && place.Length == 0 ? JsonValueAction.Enter : JsonValueAction.ReadItem;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope)
    {
        if (item.Element.GetStringOrNull()?.Trim() is not { } text) return [item];
        var address = GrokUrl.Parse(text);
        if (address.Id is not { } id)
            return [scope.CreateIssue(IssueCode.NoId, item.Path, $"{address.Description} {Excerpt(text)}", rejected: true)];
        using var restated = new NormalisedJsonBuilder();
        restated.Set("id", id.ToString());
        if (address is not { Kind: GrokUrlKind.Media, Url: { } url } || !SourceUrl.IsThumbnail(url))
            restated.Set(address.Kind == GrokUrlKind.Media ? "mediaUrl" : "link", address.Url);
        else
            // The bucket keeps such a still beside a video, never beside an image.
            restated.Set("thumbnailImageUrl", url).Set("mediaType", url.Contains("/preview_image", StringComparison.OrdinalIgnoreCase)
                || url.Contains("/share-videos/", StringComparison.OrdinalIgnoreCase) ? "MEDIA_POST_TYPE_VIDEO" : null);
        return [item with { Element = restated.Build() }];
    }

    // Omits the query, which may contain a signature.
    private static string Excerpt(string text) => text.Split('?')[0] is { Length: > 120 } path ? path[..120] + "…" : text.Split('?')[0];
}
