using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>What an asset was made from and how: its <c>mediaGenInput</c>, which has one member named after the way of making.</summary>
internal sealed class AssetInput
{
    /// <param name="asset">The whole asset.</param>
    public AssetInput(JsonElement asset)
    {
        var way = asset.At("mediaGenInput");
        var member = way.ValueKind == JsonValueKind.Object ? way.EnumerateObject().FirstOrDefault(property => property.Value.ValueKind == JsonValueKind.Object) : default;
        Facts = member.Value;
        Way = Facts.ValueKind == JsonValueKind.Undefined ? "" : member.Name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        var self = IdOf(asset);
        var inputs = Facts.At("inputAssets").List().Select(IdOf).OfType<Guid>().Where(id => id != self).Distinct().ToList();
        var aux = asset.At("auxKeys");
        Parent = Ids(
            inputs.Count > 0 ? inputs[0] : null,
            IdOf(Facts.At("hydratedContext").Any("parentPostId", "parentAssetId")),
            IdOf(Facts.At("parentPostId")),
            IdOf(way.At("parentPostId")),
            IdOf(aux.At("parent_post_id")),
            IdOf(aux.At("duplicated_from_asset_id"))).FirstOrDefault(id => id != self);
        Derivation = Facts.ValueKind == JsonValueKind.Undefined && !aux.At("is_ext").IsTrue() ? null : DerivationOf(Way, aux.At("is_ext").IsTrue());
        References = inputs.Count > 1 ? inputs[1..] : [];
    }

    /// <summary>The way of making, without underscores and in capitals, <c>IMAGETOVIDEO</c>; empty for an upload.</summary>
    public string Way { get; }

    /// <summary>Prompt, model and the rest; undefined for an upload.</summary>
    public JsonElement Facts { get; }

    /// <summary>What it was made from; null for a root.</summary>
    public Guid? Parent { get; }

    /// <summary>How it was made from its parent, as posts spell it; null for plain making.</summary>
    public string? Derivation { get; }

    /// <summary>What else was given to the model.</summary>
    public IReadOnlyCollection<Guid> References { get; }

    private static IEnumerable<Guid?> Ids(params Guid?[] ids) => ids.Where(id => id is not null);

    private static Guid? IdOf(JsonElement value) => Guid.TryParse((value.ValueKind == JsonValueKind.Object ? value.At("assetId") : value).Text(), out var id) ? id : null;

    private static string? DerivationOf(string way, bool isExtension) => way switch
    {
        "VIDEOEXTENSION" => "ORIGINAL_REF_TYPE_VIDEO_EXTENSION",
        "VIDEOEDIT" or "VIDEOTOVIDEO" => "ORIGINAL_REF_TYPE_VIDEO_EDIT",
        "IMAGETOIMAGE" or "IMAGEEDIT" => "ORIGINAL_REF_TYPE_IMAGE_EDIT",
        _ => isExtension ? "ORIGINAL_REF_TYPE_VIDEO_EXTENSION" : null,
    };
}
