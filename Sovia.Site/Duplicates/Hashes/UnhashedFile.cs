namespace Sovia.Duplicates.Hashes;

/// <summary>A file without a fingerprint.</summary>
/// <param name="Content">SHA-256 of the file, lower-case hex.</param>
/// <param name="Mime">The MIME type detected from its first bytes.</param>
/// <param name="Seconds">The length of a clip; null if unknown.</param>
/// <param name="IsPresent">Whether the file is readable at any known path.</param>
public sealed record UnhashedFile(string Content, string Mime, double? Seconds, bool IsPresent)
{
    /// <summary>Whether the file is a clip.</summary>
    public bool IsClip => Mime.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Whether the file is a still or a clip, as opposed to audio.</summary>
    public bool IsVisual => IsClip || Mime.StartsWith("image/", StringComparison.Ordinal);
}
