namespace Sovia.MediaFiles;

/// <summary>Whether what is recorded of files can be relied upon: the media roots are watched, and a whole look at them has come to its end.</summary>
public sealed class SweptRoots
{
    private volatile bool isDone;

    /// <summary>True from the end of the first whole look on, as long as the watch goes on.</summary>
    public bool IsDone
    {
        get => isDone;
        set => isDone = value;
    }
}
