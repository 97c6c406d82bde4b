namespace Sovia.Duplicates.Hashes;

/// <summary>The outcome of computing a fingerprint. The numbers are stored in the database.</summary>
public enum HashState : short
{
    /// <summary>Computed, or the picture is too plain for a hash.</summary>
    Computed = 0,

    /// <summary>The file cannot be decoded; retried after a day.</summary>
    Unreadable = 1,

    /// <summary>The file is neither a still nor a clip.</summary>
    NotVisual = 2,

    /// <summary>The file is not on this server; retried after an hour.</summary>
    FileMissing = 3,

    /// <summary>The file is a clip, and ffmpeg is not installed.</summary>
    NeedsFfmpeg = 4,
}
