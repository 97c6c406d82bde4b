namespace Sovia.Query;

/// <summary>What a list is made of.</summary>
public enum ListUnit
{
    /// <summary>Families.</summary>
    Family,

    /// <summary>Every image and video on its own.</summary>
    Post,
}
