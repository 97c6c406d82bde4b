namespace Sovia.Library;

/// <summary>The kind of a source, in ascending order of detail: if two sources differ, the more detailed one wins.</summary>
public enum SourceKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>An ID or a URL alone: a pasted link, a saved page, a file name.</summary>
    Link,

    /// <summary>Grok's account export, which has no lineage and lacks many posts.</summary>
    OfficialExport,

    /// <summary>An index or report of posts by a third-party tool.</summary>
    ToolExport,

    /// <summary>A page of Grok's assets, which has no likes.</summary>
    Assets,

    /// <summary>A list of posts as Grok's site loads it.</summary>
    List,

    /// <summary>Single posts as Grok's site loads them, the most detailed form.</summary>
    Detail,
}
