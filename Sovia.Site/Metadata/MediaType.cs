namespace Sovia.Metadata;

/// <summary>What a file is, told from its first bytes: neither its name nor what was said about it is believed.</summary>
/// <param name="Mime">The media type to serve it as.</param>
/// <param name="Extension">The usual extension, with its dot.</param>
/// <param name="CanShowInline">Whether a browser may show it in place; anything else is only handed over as a download.</param>
public sealed record MediaType(string Mime, string Extension, bool CanShowInline = true)
{
    /// <summary>How many first bytes <see cref="Detect"/> likes to see.</summary>
    public const int HeaderLength = 64;

    /// <summary>How many first bytes tell also what is known only by its repetitions, and what something else is.</summary>
    public const int LongHeaderLength = 1024;

    /// <summary>What nothing is known about. SVG and HTML land here too: both can carry scripts.</summary>
    public static MediaType Unknown { get; } = new("application/octet-stream", ".bin", CanShowInline: false);

    /// <summary>The type of a file that begins with these bytes.</summary>
    public static MediaType Detect(ReadOnlySpan<byte> head) => FileSignatures.FindType(head) ?? Unknown;

    /// <summary>The extensions a file of this stated type may bear; none for a type that is not known.</summary>
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
