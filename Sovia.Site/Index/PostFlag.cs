namespace Sovia.Index;

/// <summary>Flags of a post: most are set by a source, the last by checking its file.</summary>
[Flags]
public enum PostFlag
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Blocked by Grok's moderation.</summary>
    Moderated = 1,

    /// <summary>Flagged as adult content.</summary>
    Restricted = 2,

    /// <summary>Uploaded by a user, not generated.</summary>
    Uploaded = 4,

    /// <summary>Made by editing, extending or remixing something else.</summary>
    Derived = 8,

    /// <summary>A file of the post is saved but incomplete.</summary>
    Damaged = 16,
}
