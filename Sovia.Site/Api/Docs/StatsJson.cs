using System.Text.Json.Serialization;

namespace Sovia.Api.Docs;

/// <summary>The figures of 8xSovia's API; where <c>by</c> names fields, the groups of those instead. The shape only.</summary>
internal sealed class StatsJson
{
    /// <summary>Families.</summary>
    [JsonPropertyName("totalItems")]
    public long? TotalItems { get; init; }

    /// <summary>Videos.</summary>
    [JsonPropertyName("totalVideos")]
    public long? TotalVideos { get; init; }

    /// <summary>Liked families.</summary>
    [JsonPropertyName("likedItems")]
    public long? LikedItems { get; init; }

    /// <summary>Models with how many families each made.</summary>
    public IReadOnlyList<ModelJson>? Models { get; init; }

    /// <summary>The fields that are counted by.</summary>
    public IReadOnlyList<string>? By { get; init; }

    /// <summary>What is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>How many there are.</summary>
    public int? Total { get; init; }

    /// <summary>The groups.</summary>
    public IReadOnlyList<StatsGroupJson>? Groups { get; init; }
}

/// <summary>A group of a statistic. The shape only.</summary>
internal sealed class StatsGroupJson
{
    /// <summary>Its value, as addresses write it.</summary>
    public string? Value { get; init; }

    /// <summary>Its value for people.</summary>
    public string? Label { get; init; }

    /// <summary>How many are in it.</summary>
    public int Count { get; init; }

    /// <summary>That as a part of all.</summary>
    public double Share { get; init; }

    /// <summary>The query that lists exactly those.</summary>
    public string? Query { get; init; }

    /// <summary>Of two fields, its groups by the second.</summary>
    public IReadOnlyList<StatsGroupJson>? Groups { get; init; }
}
