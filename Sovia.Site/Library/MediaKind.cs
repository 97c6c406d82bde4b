namespace Sovia.Library;

/// <summary>The kind of a post. A stub without a description is <see cref="Unknown"/>.</summary>
public enum MediaKind
{
    /// <summary>Not known yet.</summary>
    Unknown,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A video, with or without sound.</summary>
    Video,
}
