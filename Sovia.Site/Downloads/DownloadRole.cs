namespace Sovia.Downloads;

/// <summary>The role of a file within its post.</summary>
public enum DownloadRole
{
    /// <summary>The image or video itself.</summary>
    Media,

    /// <summary>An upscaled version of the video.</summary>
    Hd,

    /// <summary>A smaller image of the post.</summary>
    Thumbnail,

    /// <summary>A separate audio track.</summary>
    Audio,
}
