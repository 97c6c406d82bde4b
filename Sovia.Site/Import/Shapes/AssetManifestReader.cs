using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The manifest of a backup script: assets by the names of their saved files.</summary>
internal sealed class AssetManifestReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Assets;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => outline.Token == JsonTokenType.StartObject
        && outline.PathPatterns.Any(pattern => pattern.Length > 8 && pattern.EndsWith(".assetId", StringComparison.Ordinal)
            && !pattern.Contains("[]", StringComparison.Ordinal));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        pathPattern.Length == 0 ? JsonValueAction.Enter : token == JsonTokenType.StartObject ? JsonValueAction.ReadItem
            : JsonValueAction.Skip;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        var asset = item.Element;
        var renamed = asset.GetPath("mimeType").ValueKind == JsonValueKind.Undefined
            ? item.WithNormalised(NormalisedJsonBuilder.RenameProperties(asset, ("mime", "mimeType"), ("create_time", "createTime"),
                ("is_public", "isPublic"))) : item;
        return AssetNormaliser.Normalise(renamed, context)
            .Select(post => post.Issue is null ? post with { OriginalElement = asset } : post);
    }
}
