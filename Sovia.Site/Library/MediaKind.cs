namespace Sovia.Library;

/// <summary>What a post is. A stub that nothing describes yet is <see cref="Unknown"/>.</summary>
public enum MediaKind
{
    /// <summary>Nobody has said yet.</summary>
    Unknown,

    /// <summary>A still picture.</summary>
    Image,

    /// <summary>A clip, with or without sound.</summary>
    Video,
}
