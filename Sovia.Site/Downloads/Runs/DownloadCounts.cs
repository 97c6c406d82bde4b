using System.Text.Json.Serialization;

namespace Sovia.Downloads.Runs;

/// <summary>Progress counts of a download run.</summary>
public sealed record DownloadCounts
{
    /// <summary>Files missing when the run began; null until they are counted.</summary>
    [JsonPropertyName("wanted")]
    public int? Total { get; init; }

    /// <summary>Files downloaded.</summary>
    public int Done { get; init; }

    /// <summary>Failed files by <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</summary>
    public IReadOnlyDictionary<string, int> Failed { get; init; } = new Dictionary<string, int>();

    /// <summary>Bytes of the downloaded files.</summary>
    public long Bytes { get; init; }
}
