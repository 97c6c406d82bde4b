namespace Sovia.MediaFiles.Downloads;

/// <summary>Whose files are wanted.</summary>
public enum WantedScope
{
    /// <summary>Every post's.</summary>
    All,

    /// <summary>One post's.</summary>
    Post,

    /// <summary>Those of a post and of everything in its family.</summary>
    Family,
}
