namespace Sovia.Trash;

/// <summary>
/// Records up to when a library's trash has been cleared. Posts that an undo puts back into the trash afterwards stay there.
/// </summary>
public sealed record TrashExpiry
{
    /// <summary>The id of the library's only record.</summary>
    public const string Only = "trash";

    /// <summary>The record's id.</summary>
    public string Id { get; init; } = Only;

    /// <summary>All posts moved to the trash before this time have been processed, UTC.</summary>
    public DateTimeOffset Through { get; init; }
}
