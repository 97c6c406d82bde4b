using Sovia.Library;

namespace Sovia.Import;

/// <summary>Facts of few values, in the words that sources have for them.</summary>
internal static class SourceValueParser
{
    /// <summary>Yes or no, or null for any other word.</summary>
    public static bool? ParseBoolean(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "Y" => true,
        "FALSE" or "0" or "NO" or "N" => false,
        _ => null,
    };

    /// <summary>The kind of media by a name of it, a MIME type or the ending of a file's name; null where these tell nothing.</summary>
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
