namespace Sovia.Library;

/// <summary>
/// Whether a post's bytes are on this machine. In the order of their names, what is not safe comes first: indexes rely on it.
/// </summary>
public enum FileStatus
{
    /// <summary>They were here, and no place where they lay can be read, as with an unplugged drive.</summary>
    Away,

    /// <summary>A file of it is here, but not whole: cut short, with a hole, or not to be decoded to its end.</summary>
    Damaged,

    /// <summary>They were never here.</summary>
    Missing,

    /// <summary>They are here, and whole as far as can be told.</summary>
    Safe,
}
