namespace Sovia.Duplicates.Hashes;

/// <summary>How the attempt to make a fingerprint ended. As a number it stands in the table.</summary>
public enum HashState : short
{
    /// <summary>It was made, or the picture is too plain for one.</summary>
    Computed = 0,

    /// <summary>The file cannot be decoded; tried again some day.</summary>
    Unreadable = 1,

    /// <summary>It is neither a still nor a clip.</summary>
    NotVisual = 2,

    /// <summary>Its bytes are not here; tried again soon.</summary>
    FileMissing = 3,

    /// <summary>It is a clip, and there is no ffmpeg.</summary>
    NeedsFfmpeg = 4,
}
