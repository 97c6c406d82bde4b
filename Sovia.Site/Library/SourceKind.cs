namespace Sovia.Library;

/// <summary>What kind of source states a post, the poorest first: where two sources differ, the richer one counts.</summary>
public enum SourceKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>An id or an address alone: a pasted link, a saved page, a file's name.</summary>
    Link,

    /// <summary>The maker's account export, which knows no lineage and misses much.</summary>
    OfficialExport,

    /// <summary>A tool's own index or report of posts.</summary>
    ToolExport,

    /// <summary>A page of the maker's assets, which knows no likes.</summary>
    Assets,

    /// <summary>A list of posts as the maker's site loads it.</summary>
    List,

    /// <summary>Single posts as the maker's site loads them, the richest form.</summary>
    Detail,
}
