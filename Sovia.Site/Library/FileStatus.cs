namespace Sovia.Library;

/// <summary>
/// Whether a post's file is saved on the server. In alphabetical order, the statuses of unsaved files come first, because indexes rely on
/// that.
/// </summary>
public enum FileStatus
{
    /// <summary>The file was saved, but none of its locations can be read, for example because a drive is unplugged.</summary>
    Away,

    /// <summary>A file is present but incomplete: truncated, with a hole, or not decodable to its end.</summary>
    Damaged,

    /// <summary>No file was ever saved.</summary>
    Missing,

    /// <summary>The file is present and passed the completeness checks.</summary>
    Safe,
}
