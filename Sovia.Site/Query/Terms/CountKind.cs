namespace Sovia.Query.Terms;

/// <summary>What a family can be counted by. Stubs never count.</summary>
public enum CountKind
{
    /// <summary>Members that are videos.</summary>
    Videos,

    /// <summary>Members that are images.</summary>
    Images,

    /// <summary>All members.</summary>
    Items,
}
