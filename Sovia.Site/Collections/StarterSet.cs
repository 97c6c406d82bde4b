namespace Sovia.Collections;

/// <summary>
/// That the collections to start with were made, so that they are made once and stay deleted where somebody deletes them.
/// </summary>
public sealed record StarterSet
{
    /// <summary>The id of the only one.</summary>
    public const string Only = "starter";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = Only;

    /// <summary>When they were made, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
