using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>The generation input of an asset, <c>mediaGenInput</c>, which has one object named after the generation type.</summary>
internal sealed class AssetInput
{
    /// <param name="asset">The whole asset.</param>
    public AssetInput(JsonElement asset)
    {
        var genInput = asset.GetPath("mediaGenInput");
        var member = genInput.ValueKind == JsonValueKind.Object ? genInput.EnumerateObject()
            .FirstOrDefault(property => property.Value.ValueKind == JsonValueKind.Object) : default;
        Parameters = member.Value;
        GenerationType = Parameters.ValueKind == JsonValueKind.Undefined ? "" : member.Name.Replace("_", "", StringComparison.Ordinal)
            .ToUpperInvariant();
        var assetId = GetId(asset);
        var inputs = Parameters.GetPath("inputAssets").EnumerateItems().Select(GetId).OfType<Guid>().Where(id => id != assetId).Distinct()
            .ToList();
        var auxKeys = asset.GetPath("auxKeys");
        Parent = WithoutNulls(
            inputs.Count > 0 ? inputs[0] : null,
            GetId(Parameters.GetPath("hydratedContext").GetFirst("parentPostId", "parentAssetId")),
            GetId(Parameters.GetPath("parentPostId")),
            GetId(genInput.GetPath("parentPostId")),
            GetId(auxKeys.GetPath("parent_post_id")),
            GetId(auxKeys.GetPath("duplicated_from_asset_id"))).FirstOrDefault(id => id != assetId);
        Derivation = Parameters.ValueKind == JsonValueKind.Undefined && !auxKeys.GetPath("is_ext").IsTrue() ? null
            : GetDerivation(GenerationType, auxKeys.GetPath("is_ext").IsTrue());
        References = inputs.Count > 1 ? inputs[1..] : [];
    }

    /// <summary>The generation type in capitals without underscores, <c>IMAGETOVIDEO</c>; empty for an upload.</summary>
    public string GenerationType { get; }

    /// <summary>The prompt, the model and other parameters; undefined for an upload.</summary>
    public JsonElement Parameters { get; }

    /// <summary>The parent; null for a root.</summary>
    public Guid? Parent { get; }

    /// <summary>The kind of derivation from the parent, in the spelling of posts; null if there is none.</summary>
    public string? Derivation { get; }

    /// <summary>The model's other inputs.</summary>
    public IReadOnlyCollection<Guid> References { get; }

    private static IEnumerable<Guid?> WithoutNulls(params Guid?[] ids) => ids.Where(id => id is not null);

    private static Guid? GetId(JsonElement value) =>
        Guid.TryParse((value.ValueKind == JsonValueKind.Object ? value.GetPath("assetId") : value).GetStringOrNull(), out var id) ? id
        : null;

    private static string? GetDerivation(string generationType, bool isExtension) => generationType switch
    {
        "VIDEOEXTENSION" => "ORIGINAL_REF_TYPE_VIDEO_EXTENSION",
        "VIDEOEDIT" or "VIDEOTOVIDEO" => "ORIGINAL_REF_TYPE_VIDEO_EDIT",
        "IMAGETOIMAGE" or "IMAGEEDIT" => "ORIGINAL_REF_TYPE_IMAGE_EDIT",
        _ => isExtension ? "ORIGINAL_REF_TYPE_VIDEO_EXTENSION" : null,
    };
}
