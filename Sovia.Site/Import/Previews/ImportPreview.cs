namespace Sovia.Import.Previews;

/// <summary>
/// What a run would bring, beyond its counts and issues: found by reading, written beside the run and gone with the go-ahead.
/// </summary>
public sealed record ImportPreview
{
    /// <summary>How many cards are shown of what is new.</summary>
    public const int MaxCards = 12;

    /// <summary>How many accounts are named; the rest are counted together.</summary>
    public const int MaxNamedOwners = 8;

    /// <summary>The run's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The run that brought all these bytes before; null where some of them are new to the library.</summary>
    public Guid? Earlier { get; init; }

    /// <summary>When that run ended, UTC.</summary>
    public DateTimeOffset? EarlierAt { get; init; }

    /// <summary>Families of which the library has no post yet.</summary>
    public int NewFamilies { get; init; }

    /// <summary>New videos of families that the library has.</summary>
    public int NewVideosOfKnown { get; init; }

    /// <summary>The accounts that made the posts, most first; at most <see cref="MaxNamedOwners"/>, then the rest without a name.</summary>
    public IReadOnlyList<PreviewOwner> Owners { get; init; } = [];

    /// <summary>Where the bytes of the posts are.</summary>
    public PreviewMedia Media { get; init; } = new();

    /// <summary>Some of the new families, as they would be shown.</summary>
    public IReadOnlyList<PreviewCard> Cards { get; init; } = [];
}
