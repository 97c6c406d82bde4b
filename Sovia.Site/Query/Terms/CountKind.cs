namespace Sovia.Query.Terms;

/// <summary>The members of a family that are counted. Stubs never count.</summary>
public enum CountKind
{
    /// <summary>Members that are videos.</summary>
    Videos,

    /// <summary>Members that are images.</summary>
    Images,

    /// <summary>All members.</summary>
    Items,
}
