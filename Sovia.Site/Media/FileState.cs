namespace Sovia.Media;

/// <summary>How far a file is on its way to a post.</summary>
public enum FileState
{
    /// <summary>Nothing about it names a post that the library knows. It is tried again when posts arrive.</summary>
    Unmatched,

    /// <summary>Several posts fit and none better than the others.</summary>
    Ambiguous,

    /// <summary>It belongs to one post or more.</summary>
    Matched,
}
