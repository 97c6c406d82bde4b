using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Pages of assets from Grok's API, with or without wrappers, bare lists of assets, and single ones.</summary>
internal sealed class AssetPageReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Assets;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => outline.HasAny("assetId", "asset_id")
        || outline.PathPatterns
        .Any(pattern => ((pattern.EndsWith("[].assetId", StringComparison.Ordinal) || pattern.EndsWith("[].asset_id", StringComparison.Ordinal))
                && PageWrappers.IsWrapperPath(pattern[..pattern.LastIndexOf('.')]))
            || (PageWrappers.GetLastName(pattern) == "assets" && outline.HasArray(pattern) && PageWrappers.IsWrapperPath(pattern)));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline)
    {
        if (pathPattern.Length > 0 || token != JsonTokenType.StartObject) return PageWrappers.GetAction(pathPattern, token, outline);
        return outline is null ? JsonValueAction.Peek : outline.HasAny("assetId", "asset_id") ? JsonValueAction.ReadItem : JsonValueAction.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) => AssetNormaliser.Normalise(item, context);
}
