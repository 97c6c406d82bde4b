namespace Sovia.Metadata;

/// <summary>A file type detected from the first bytes, because neither the file name nor a declared type is trusted.</summary>
/// <param name="Mime">The MIME type to serve the file as.</param>
/// <param name="Extension">The usual extension, with its dot.</param>
/// <param name="CanShowInline">Whether a browser may show the file inline; any other type is served only as a download.</param>
public sealed record MediaType(string Mime, string Extension, bool CanShowInline = true)
{
    /// <summary>Number of first bytes that <see cref="Detect"/> needs for most types.</summary>
    public const int HeaderLength = 64;

    /// <summary>Number of first bytes that also identify types recognised by a repeated pattern, and the type of misnamed files.</summary>
    public const int LongHeaderLength = 1024;

    /// <summary>An unknown type. Includes SVG and HTML, because both can contain scripts.</summary>
    public static MediaType Unknown { get; } = new("application/octet-stream", ".bin", CanShowInline: false);

    /// <summary>Detects the type of a file from its first bytes.</summary>
    public static MediaType Detect(ReadOnlySpan<byte> head) => FileSignatures.FindType(head) ?? Unknown;

    /// <summary>Returns the extensions that a file of this declared type may have; empty for an unknown type.</summary>
    public static IReadOnlyList<string> GetExtensions(string? mimeType) =>
        mimeType?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "image/jpeg" or "image/jpg" => [".jpg", ".jpeg"],
            "image/png" => [".png"],
            "image/webp" => [".webp"],
            "image/gif" => [".gif"],
            "image/avif" => [".avif"],
            "image/heic" or "image/heif" => [".heic", ".heif"],
            "image/bmp" => [".bmp"],
            "video/mp4" => [".mp4", ".m4v"],
            "video/quicktime" => [".mov"],
            "video/webm" => [".webm"],
            "video/x-matroska" => [".mkv"],
            "audio/mpeg" => [".mp3"],
            "audio/flac" => [".flac"],
            "audio/wav" => [".wav"],
            _ => [],
        };
}
