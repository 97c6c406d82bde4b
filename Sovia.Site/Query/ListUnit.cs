namespace Sovia.Query;

/// <summary>The unit of a list.</summary>
public enum ListUnit
{
    /// <summary>Families.</summary>
    Family,

    /// <summary>Every image and video on its own.</summary>
    Post,
}
