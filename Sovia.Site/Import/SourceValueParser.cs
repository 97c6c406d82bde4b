using Sovia.Library;

namespace Sovia.Import;

/// <summary>Parses properties with few values, in the spellings of the sources.</summary>
internal static class SourceValueParser
{
    /// <summary>Returns a boolean, or null for any other text.</summary>
    public static bool? ParseBoolean(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "Y" => true,
        "FALSE" or "0" or "NO" or "N" => false,
        _ => null,
    };

    /// <summary>Returns the media kind for its name, a MIME type or a file extension; null if unknown.</summary>
    public static MediaKind? ParseMediaKind(string? text) => text?.ToUpperInvariant() switch
    {
        null => null,
        "1" => MediaKind.Image,
        "2" => MediaKind.Video,
        var name when name.Contains("VIDEO", StringComparison.Ordinal) => MediaKind.Video,
        var name when name.Contains("IMAGE", StringComparison.Ordinal) => MediaKind.Image,
        ".MP4" or ".WEBM" or ".MOV" => MediaKind.Video,
        ".JPG" or ".JPEG" or ".PNG" or ".WEBP" or ".AVIF" or ".GIF" => MediaKind.Image,
        _ => null,
    };
}
