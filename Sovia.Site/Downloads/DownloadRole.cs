namespace Sovia.Downloads;

/// <summary>What a wanted file is to its post.</summary>
public enum DownloadRole
{
    /// <summary>The picture or clip itself.</summary>
    Media,

    /// <summary>An upscale of the clip.</summary>
    Hd,

    /// <summary>A smaller picture of it.</summary>
    Thumbnail,

    /// <summary>A sound track of its own.</summary>
    Audio,
}
