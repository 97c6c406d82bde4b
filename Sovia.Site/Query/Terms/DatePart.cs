namespace Sovia.Query.Terms;

/// <summary>A recurring part of a local date and time.</summary>
public enum DatePart
{
    /// <summary>The day of the week, 0 for Monday.</summary>
    Weekday,

    /// <summary>The hour of the day, 0 to 23.</summary>
    Hour,
}
