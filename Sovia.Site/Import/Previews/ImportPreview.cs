using System.Text.Json.Serialization;

namespace Sovia.Import.Previews;

/// <summary>
/// The expected result of a run, beyond its counts and issues. Computed by reading, stored beside the run and deleted on confirmation.
/// </summary>
public sealed record ImportPreview
{
    /// <summary>Maximum number of cards of new families.</summary>
    public const int MaxCards = 12;

    /// <summary>Maximum number of accounts that are named; the rest are counted together.</summary>
    public const int MaxNamedOwners = 8;

    /// <summary>The run's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The run that already imported all of these files; null if some are new to the library.</summary>
    [JsonPropertyName("earlier")]
    public Guid? PreviousRunId { get; init; }

    /// <summary>When that run ended, UTC.</summary>
    [JsonPropertyName("earlierAt")]
    public DateTimeOffset? PreviousRunEndedAt { get; init; }

    /// <summary>Number of families of which the library has no post yet.</summary>
    public int NewFamilies { get; init; }

    /// <summary>Number of new videos in families that the library has.</summary>
    [JsonPropertyName("newVideosOfKnown")]
    public int NewVideosInKnownFamilies { get; init; }

    /// <summary>The accounts that made the posts, most posts first: at most <see cref="MaxNamedOwners"/>, then one entry for the
    /// rest.</summary>
    public IReadOnlyList<PreviewOwner> Owners { get; init; } = [];

    /// <summary>Where the media files of the posts are.</summary>
    public PreviewMedia Media { get; init; } = new();

    /// <summary>Cards of some of the new families.</summary>
    public IReadOnlyList<PreviewCard> Cards { get; init; } = [];
}
