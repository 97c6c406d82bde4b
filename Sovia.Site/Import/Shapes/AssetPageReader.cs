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
    public bool CanRead(JsonOutline head) => head.HasAny("assetId")
        || head.PathPatterns
        .Any(pattern => (pattern.EndsWith("[].assetId", StringComparison.Ordinal) && PageWrappers.IsWrapperPath(pattern[..^8]))
            || (PageWrappers.GetLastName(pattern) == "assets" && head.HasArray(pattern) && PageWrappers.IsWrapperPath(pattern)));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head)
    {
        if (place.Length > 0 || token != JsonTokenType.StartObject) return PageWrappers.GetAction(place, token, head);
        return head is null ? JsonValueAction.Peek : head.HasAny("assetId") ? JsonValueAction.ReadItem : JsonValueAction.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) => AssetNormaliser.Normalise(item, scope);
}
