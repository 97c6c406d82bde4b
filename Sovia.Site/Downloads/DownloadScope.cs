namespace Sovia.Downloads;

/// <summary>Whose files are wanted.</summary>
public enum DownloadScope
{
    /// <summary>Every post's.</summary>
    All,

    /// <summary>One post's.</summary>
    Post,

    /// <summary>Those of a post and of everything in its family.</summary>
    Family,

    /// <summary>Those of everything in a list; of a family in it, of all its members.</summary>
    Query,

    /// <summary>Those of every post that an import run brought or changed.</summary>
    Run,
}
