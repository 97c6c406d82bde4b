namespace Sovia.Media;

/// <summary>Whether a file has been matched to a post.</summary>
public enum FileState
{
    /// <summary>No known post matches. Retried when posts are imported.</summary>
    Unmatched,

    /// <summary>Several posts match equally well.</summary>
    Ambiguous,

    /// <summary>Matched to at least one post.</summary>
    Matched,

    /// <summary>Left out of the review by the user. Scans keep that, unless a post that was imported later matches.</summary>
    Ignored,
}
