namespace Sovia.Media;

/// <summary>What a file is to its post.</summary>
public enum FileRole
{
    /// <summary>The picture or clip itself.</summary>
    Media,

    /// <summary>A smaller picture of it, or a clip's first frame.</summary>
    Thumbnail,

    /// <summary>The upscaled clip; stands for the clip itself where that is not here.</summary>
    Hd,

    /// <summary>A sound track of its own.</summary>
    Audio,

    /// <summary>What it was made from.</summary>
    Source,
}
