namespace Sovia.Index;

/// <summary>What can be said of a post beside its facts: most by a source, the last by a look at its file.</summary>
[Flags]
public enum PostFlag
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The maker's filter stopped it.</summary>
    Moderated = 1,

    /// <summary>Marked as for adults.</summary>
    Restricted = 2,

    /// <summary>Uploaded and not generated.</summary>
    Uploaded = 4,

    /// <summary>Made by editing, extending or remixing something else.</summary>
    Derived = 8,

    /// <summary>A file of it is here, but not whole.</summary>
    Damaged = 16,
}
