namespace Sovia.Collections;

/// <summary>
/// Records that the starter collections were created, so that they are created only once and stay deleted if the user deletes them.
/// </summary>
public sealed record StarterSet
{
    /// <summary>The ID of the library's only record.</summary>
    public const string Only = "starter";

    /// <summary>The record's ID.</summary>
    public string Id { get; init; } = Only;

    /// <summary>When the starter collections were created, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
