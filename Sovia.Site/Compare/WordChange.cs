namespace Sovia.Compare;

/// <summary>What became of a piece of text.</summary>
public enum WordChange
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>Only the first text has it.</summary>
    Removed,

    /// <summary>Only the second text has it.</summary>
    Added,
}
