using System.Text.Json.Serialization;

namespace Sovia.Api.Docs;

/// <summary>The totals of 8xSovia's API, or, if <c>by</c> names fields, the groups of those. Used for the schema only.</summary>
internal sealed class StatsJson
{
    /// <summary>The number of families.</summary>
    [JsonPropertyName("totalItems")]
    public long? TotalItems { get; init; }

    /// <summary>The number of videos.</summary>
    [JsonPropertyName("totalVideos")]
    public long? TotalVideos { get; init; }

    /// <summary>The number of liked families.</summary>
    [JsonPropertyName("likedItems")]
    public long? LikedItems { get; init; }

    /// <summary>Models with the number of families each made.</summary>
    public IReadOnlyList<ModelJson>? Models { get; init; }

    /// <summary>The fields to group by.</summary>
    public IReadOnlyList<string>? By { get; init; }

    /// <summary>The counted unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The total count.</summary>
    public int? Total { get; init; }

    public IReadOnlyList<StatsGroupJson>? Groups { get; init; }
}

/// <summary>A group of a statistic. Used for the schema only.</summary>
internal sealed class StatsGroupJson
{
    /// <summary>The value as it appears in URLs.</summary>
    public string? Value { get; init; }

    /// <summary>The value as shown to people.</summary>
    public string? Label { get; init; }

    /// <summary>The number of items in the group.</summary>
    public int Count { get; init; }

    /// <summary>The count as a share of the total.</summary>
    public double Share { get; init; }

    /// <summary>The query that finds exactly these items.</summary>
    public string? Query { get; init; }

    /// <summary>The groups by the second field, if there are two.</summary>
    public IReadOnlyList<StatsGroupJson>? Groups { get; init; }
}
