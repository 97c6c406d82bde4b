namespace Sovia.Collections;

/// <summary>Where a member of a collection is moved to.</summary>
public enum PlaceTo
{
    /// <summary>Before the one that stands before it.</summary>
    Up,

    /// <summary>Behind the one that stands behind it.</summary>
    Down,

    /// <summary>Before all others.</summary>
    Top,

    /// <summary>Behind all others.</summary>
    Bottom,

    /// <summary>Before another one that is named.</summary>
    Before,

    /// <summary>Behind another one that is named.</summary>
    After,
}
