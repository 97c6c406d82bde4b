namespace Sovia.Downloads;

/// <summary>The set of posts whose files are requested.</summary>
public enum DownloadScope
{
    /// <summary>Every post.</summary>
    All,

    /// <summary>One post.</summary>
    Post,

    /// <summary>A post and every other post of its family.</summary>
    Family,

    /// <summary>Every post that a query matches; for a matching family, all its members.</summary>
    Query,

    /// <summary>Every post that an import run added or changed.</summary>
    Run,
}
