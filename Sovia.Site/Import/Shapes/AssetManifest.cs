using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>A backup script's manifest: assets under the names of the files they were saved to.</summary>
internal sealed class AssetManifest : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Assets;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token == JsonTokenType.StartObject
        && head.Places.Any(place => place.Length > 8 && place.EndsWith(".assetId", StringComparison.Ordinal) && !place.Contains("[]", StringComparison.Ordinal));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) =>
        place.Length == 0 ? JsonStep.Enter : token == JsonTokenType.StartObject ? JsonStep.Take : JsonStep.Skip;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var asset = item.Element;
        var renamed = asset.At("mimeType").ValueKind == JsonValueKind.Undefined
            ? item.As(Restatement.Renamed(asset, ("mime", "mimeType"), ("create_time", "createTime"), ("is_public", "isPublic"))) : item;
        return AssetPost.Read(renamed, scope).Select(read => read.Issue is null ? read with { Statement = asset } : read);
    }
}
