using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Import.Shapes;

/// <summary>Any other JSON. Reads everything that looks like a post, up to a maximum depth, and reports the unknown format.</summary>
internal sealed class HeuristicReader : IExportReader
{
    private const int MaxDepth = 12;

    // Bookmarks and messages have a link and no ID.
    private static readonly string[] LinkNames = ["url", "href", "link", "permalink"];

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool IsHeuristic => true;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => true;

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline)
    {
        if (pathPattern.AsSpan().Count('.') + pathPattern.AsSpan().Count("[]") > MaxDepth) return JsonValueAction.Skip;
        if (token == JsonTokenType.StartArray) return JsonValueAction.Enter;
        if (token == JsonTokenType.String && pathPattern.EndsWith("[]", StringComparison.Ordinal))
            return outline is null ? JsonValueAction.Peek : IsLink(outline.GetText("")) ? JsonValueAction.ReadItem : JsonValueAction.Skip;
        if (token != JsonTokenType.StartObject) return JsonValueAction.Skip;
        return outline is null ? JsonValueAction.Peek : LooksLikePost(outline) ? JsonValueAction.ReadItem : JsonValueAction.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
    [
        .. context.CreateIssueOnce(IssueCode.Heuristic, item.Path,
            "Unrecognised format. Everything that looks like an item was imported. Check the result."),
        .. item.Element.ValueKind == JsonValueKind.String ? new LinkListReader().Read(item, context)
        : AssetNormaliser.IsAsset(item) ? AssetNormaliser.Normalise(item, context) : [item],
    ];

    private static bool LooksLikePost(JsonOutline outline) => outline.HasAny("assetId", "asset_id")
        ? outline.HasAny("key")
        : LinkNames.Any(name => IsLink(outline.GetText(name))) || (Guid.TryParse(outline.GetText("id"), out _)
            && outline.HasAny("mediaUrl", "mediaType", "media_url", "media_type"));

    private static bool IsLink(string? text) => GrokUrl.Parse(text) is { Kind: GrokUrlKind.Media or GrokUrlKind.Page, Id: not null };
}
