namespace Sovia.Compare;

/// <summary>The change of a piece of text between two versions.</summary>
public enum WordChange
{
    /// <summary>In both texts.</summary>
    Same,

    /// <summary>Only in the first text.</summary>
    Removed,

    /// <summary>Only in the second text.</summary>
    Added,
}
