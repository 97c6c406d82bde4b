using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>How an asset was made: its <c>mediaGenInput</c>, which has one member named after the generation type.</summary>
internal sealed class AssetInput
{
    /// <param name="asset">The whole asset.</param>
    public AssetInput(JsonElement asset)
    {
        var way = asset.GetPath("mediaGenInput");
        var member = way.ValueKind == JsonValueKind.Object ? way.EnumerateObject()
            .FirstOrDefault(property => property.Value.ValueKind == JsonValueKind.Object) : default;
        Parameters = member.Value;
        GenerationType = Parameters.ValueKind == JsonValueKind.Undefined ? "" : member.Name.Replace("_", "", StringComparison.Ordinal)
            .ToUpperInvariant();
        var self = GetId(asset);
        var inputs = Parameters.GetPath("inputAssets").EnumerateItems().Select(GetId).OfType<Guid>().Where(id => id != self).Distinct()
            .ToList();
        var aux = asset.GetPath("auxKeys");
        Parent = Ids(
            inputs.Count > 0 ? inputs[0] : null,
            GetId(Parameters.GetPath("hydratedContext").GetFirst("parentPostId", "parentAssetId")),
            GetId(Parameters.GetPath("parentPostId")),
            GetId(way.GetPath("parentPostId")),
            GetId(aux.GetPath("parent_post_id")),
            GetId(aux.GetPath("duplicated_from_asset_id"))).FirstOrDefault(id => id != self);
        Derivation = Parameters.ValueKind == JsonValueKind.Undefined && !aux.GetPath("is_ext").IsTrue() ? null
            : GetDerivation(GenerationType, aux.GetPath("is_ext").IsTrue());
        References = inputs.Count > 1 ? inputs[1..] : [];
    }

    /// <summary>The generation type in capitals without underscores, <c>IMAGETOVIDEO</c>; empty for an upload.</summary>
    public string GenerationType { get; }

    /// <summary>The prompt, the model and other parameters; undefined for an upload.</summary>
    public JsonElement Parameters { get; }

    /// <summary>The parent; null for a root.</summary>
    public Guid? Parent { get; }

    /// <summary>How it was derived from its parent, as posts spell it; null if it was not derived.</summary>
    public string? Derivation { get; }

    /// <summary>The model's other inputs.</summary>
    public IReadOnlyCollection<Guid> References { get; }

    private static IEnumerable<Guid?> Ids(params Guid?[] ids) => ids.Where(id => id is not null);

    private static Guid? GetId(JsonElement value) =>
        Guid.TryParse((value.ValueKind == JsonValueKind.Object ? value.GetPath("assetId") : value).GetStringOrNull(), out var id) ? id
        : null;

    private static string? GetDerivation(string way, bool isExtension) => way switch
    {
        "VIDEOEXTENSION" => "ORIGINAL_REF_TYPE_VIDEO_EXTENSION",
        "VIDEOEDIT" or "VIDEOTOVIDEO" => "ORIGINAL_REF_TYPE_VIDEO_EDIT",
        "IMAGETOIMAGE" or "IMAGEEDIT" => "ORIGINAL_REF_TYPE_IMAGE_EDIT",
        _ => isExtension ? "ORIGINAL_REF_TYPE_VIDEO_EXTENSION" : null,
    };
}
