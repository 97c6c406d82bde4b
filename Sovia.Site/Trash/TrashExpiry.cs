namespace Sovia.Trash;

/// <summary>How far the trash of a library has been cleared. What was put back into it since, by undoing that, stays there.</summary>
public sealed record TrashExpiry
{
    /// <summary>The id of the only one.</summary>
    public const string Only = "trash";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = Only;

    /// <summary>All that was moved to the trash before this time has been looked at, UTC.</summary>
    public DateTimeOffset Through { get; init; }
}
