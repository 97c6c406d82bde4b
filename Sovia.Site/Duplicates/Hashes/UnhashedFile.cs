namespace Sovia.Duplicates.Hashes;

/// <summary>A file that has no fingerprint yet.</summary>
/// <param name="Content">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Mime">The MIME type that its first bytes show.</param>
/// <param name="Seconds">How long a clip is, where that is known.</param>
/// <param name="IsPresent">Whether it can be read at any known place.</param>
public sealed record UnhashedFile(string Content, string Mime, double? Seconds, bool IsPresent)
{
    /// <summary>Whether it is a clip.</summary>
    public bool IsClip => Mime.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Whether it is a still or a clip, and no sound.</summary>
    public bool IsVisual => IsClip || Mime.StartsWith("image/", StringComparison.Ordinal);
}
