using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Tells whether an asset is a picture or a clip: by its MIME type, else by how it was made, else by the name of its file.</summary>
internal static class AssetKind
{
    /// <summary>What it is; unknown where nothing tells, and for anything but pictures and clips.</summary>
    public static MediaKind Of(JsonElement asset, AssetInput input)
    {
        if (IsStated(asset)) return OfMime(Mime(asset));
        if (input.Way.Length > 0 && OfWay(input.Way) is not MediaKind.Unknown and var made) return made;
        foreach (var name in (ReadOnlySpan<string>)["name", "key", "hdKey"])
            if (StatedForms.Kind(Path.GetExtension(asset.At(name).Text()?.Split('?')[0])) is { } kind) return kind;
        return MediaKind.Unknown;
    }

    /// <summary>True where it has a MIME type that says something.</summary>
    public static bool IsStated(JsonElement asset) => Mime(asset) is not ("" or "APPLICATION/OCTET-STREAM" or "BINARY/OCTET-STREAM");

    private static string Mime(JsonElement asset) => asset.At("mimeType").Text()?.Trim().ToUpperInvariant() ?? "";

    private static MediaKind OfMime(string mime) => mime.Split('/')[0] switch
    {
        "IMAGE" => MediaKind.Image,
        "VIDEO" => MediaKind.Video,
        _ => MediaKind.Unknown,
    };

    // IMAGETOVIDEO, VIDEOEXTENSION, TEXTTOIMAGE, IMAGEEDIT
    private static MediaKind OfWay(string way) =>
        way.EndsWith("TOIMAGE", StringComparison.Ordinal) ? MediaKind.Image
        : way.Contains("VIDEO", StringComparison.Ordinal) ? MediaKind.Video
        : way.Contains("IMAGE", StringComparison.Ordinal) ? MediaKind.Image
        : MediaKind.Unknown;
}
