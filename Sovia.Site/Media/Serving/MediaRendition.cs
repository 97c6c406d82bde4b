namespace Sovia.Media.Serving;

/// <summary>Additional files of a post.</summary>
public enum MediaRendition
{
    /// <summary>The largest rendition besides the original: 1080p, otherwise 720p.</summary>
    Hd,

    /// <summary>The first audio track that is present.</summary>
    Audio,
}
