using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Pages of the maker's assets, in or out of wrappers, bare lists of them, and single ones.</summary>
internal sealed class AssetPages : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Assets;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Has("assetId")
        || head.Places.Any(place => (place.EndsWith("[].assetId", StringComparison.Ordinal) && Wrappers.Leads(place[..^8]))
            || (Wrappers.Last(place) == "assets" && head.HasList(place) && Wrappers.Leads(place)));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head)
    {
        if (place.Length > 0 || token != JsonTokenType.StartObject) return Wrappers.At(place, token, head);
        return head is null ? JsonStep.Look : head.Has("assetId") ? JsonStep.Take : JsonStep.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) => AssetPost.Read(item, scope);
}
