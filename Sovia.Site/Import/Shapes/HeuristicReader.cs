using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Import.Shapes;

/// <summary>Any other JSON. Reads everything that looks like a post, up to a maximum depth, and reports the unknown format.</summary>
internal sealed class HeuristicReader : IExportReader
{
    private const int MaxDepth = 12;

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool IsHeuristic => true;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => true;

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head)
    {
        if (place.AsSpan().Count('.') + place.AsSpan().Count("[]") > MaxDepth) return JsonValueAction.Skip;
        if (token == JsonTokenType.StartArray) return JsonValueAction.Enter;
        if (token == JsonTokenType.String && place.EndsWith("[]", StringComparison.Ordinal))
            return head is null ? JsonValueAction.Peek : IsLink(head.GetText("")) ? JsonValueAction.ReadItem : JsonValueAction.Skip;
        if (token != JsonTokenType.StartObject) return JsonValueAction.Skip;
        return head is null ? JsonValueAction.Peek : LooksLikePost(head) ? JsonValueAction.ReadItem : JsonValueAction.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) =>
    [
        .. scope.CreateIssueOnce(IssueCode.Heuristic, item.Path,
            "Unrecognised format. Everything that looks like an item was imported. Check the result."),
        .. item.Element.ValueKind == JsonValueKind.String ? new LinkListReader().Read(item, scope)
        : AssetNormaliser.IsAsset(item) ? AssetNormaliser.Normalise(item, scope) : [item],
    ];

    private static bool LooksLikePost(JsonOutline head) => head.HasAny("assetId")
        ? head.HasAny("key")
        : Guid.TryParse(head.GetText("id"), out _) && (head.HasAny("mediaUrl", "mediaType", "media_url", "media_type")
            || IsLink(head.GetText("url")));

    private static bool IsLink(string? text) => GrokUrl.Parse(text) is { Kind: GrokUrlKind.Media or GrokUrlKind.Page, Id: not null };
}
