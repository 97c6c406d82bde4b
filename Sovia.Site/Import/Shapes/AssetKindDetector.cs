using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// Detects whether an asset is an image or a video: by its MIME type, else by its generation type, else by its file name.
/// </summary>
internal static class AssetKindDetector
{
    /// <summary>Returns the media kind; unknown if undetected, or for anything except images and videos.</summary>
    public static MediaKind Detect(JsonElement asset, AssetInput input)
    {
        if (HasMimeType(asset)) return FromMimeType(GetMime(asset));
        if (input.GenerationType.Length > 0 && FromGenerationType(input.GenerationType) is not MediaKind.Unknown and var made) return made;
        foreach (var name in (ReadOnlySpan<string>)["name", "key", "hdKey"])
            if (SourceValueParser.ParseMediaKind(Path.GetExtension(asset.GetPath(name).GetStringOrNull()?.Split('?')[0])) is { } kind)
                return kind;
        return MediaKind.Unknown;
    }

    /// <summary>True if the asset has a specific MIME type.</summary>
    public static bool HasMimeType(JsonElement asset) => GetMime(asset) is not ("" or "APPLICATION/OCTET-STREAM" or "BINARY/OCTET-STREAM");

    private static string GetMime(JsonElement asset) => asset.GetPath("mimeType").GetStringOrNull()?.Trim().ToUpperInvariant() ?? "";

    private static MediaKind FromMimeType(string mime) => mime.Split('/')[0] switch
    {
        "IMAGE" => MediaKind.Image,
        "VIDEO" => MediaKind.Video,
        _ => MediaKind.Unknown,
    };

    // IMAGETOVIDEO, VIDEOEXTENSION, TEXTTOIMAGE, IMAGEEDIT
    private static MediaKind FromGenerationType(string generationType) =>
        generationType.EndsWith("TOIMAGE", StringComparison.Ordinal) ? MediaKind.Image
        : generationType.Contains("VIDEO", StringComparison.Ordinal) ? MediaKind.Video
        : generationType.Contains("IMAGE", StringComparison.Ordinal) ? MediaKind.Image
        : MediaKind.Unknown;
}
