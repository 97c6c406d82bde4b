namespace Sovia.Media;

/// <summary>The role of a file for its post.</summary>
public enum FileRole
{
    /// <summary>The image or video itself.</summary>
    Media,

    /// <summary>A smaller image of the media, or the first frame of a video.</summary>
    Thumbnail,

    /// <summary>The upscaled video; used in place of the original if that is missing.</summary>
    Hd,

    /// <summary>A separate audio track.</summary>
    Audio,

    /// <summary>The source the media was made from.</summary>
    Source,
}
