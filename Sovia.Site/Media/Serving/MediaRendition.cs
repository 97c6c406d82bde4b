namespace Sovia.Media.Serving;

/// <summary>Other bytes that came with a post.</summary>
public enum MediaRendition
{
    /// <summary>The largest rendition beyond the original: 1080p, else 720p.</summary>
    Hd,

    /// <summary>The first sound track that is here.</summary>
    Audio,
}
