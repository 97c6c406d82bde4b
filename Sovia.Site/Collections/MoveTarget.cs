namespace Sovia.Collections;

/// <summary>The target of moving a member of a collection.</summary>
public enum MoveTarget
{
    /// <summary>Before its predecessor.</summary>
    Up,

    /// <summary>After its successor.</summary>
    Down,

    /// <summary>Before all others.</summary>
    Top,

    /// <summary>After all others.</summary>
    Bottom,

    /// <summary>Before another, named member.</summary>
    Before,

    /// <summary>After another, named member.</summary>
    After,
}
