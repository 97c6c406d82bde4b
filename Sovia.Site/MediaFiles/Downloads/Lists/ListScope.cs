namespace Sovia.MediaFiles.Downloads.Lists;

/// <summary>Whose files a download list names.</summary>
public enum ListScope
{
    /// <summary>Every post's.</summary>
    All,

    /// <summary>One post's.</summary>
    Post,

    /// <summary>Those of a post and of everything in its family.</summary>
    Family,
}
