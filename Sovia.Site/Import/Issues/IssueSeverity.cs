namespace Sovia.Import.Issues;

/// <summary>Severity of an issue, the most serious first.</summary>
public enum IssueSeverity
{
    /// <summary>Something was not imported.</summary>
    Error,

    /// <summary>The user can do something about it.</summary>
    Warning,

    /// <summary>For information only.</summary>
    Note,
}
