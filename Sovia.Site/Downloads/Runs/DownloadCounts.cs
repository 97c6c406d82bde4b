namespace Sovia.Downloads.Runs;

/// <summary>What a download run met so far.</summary>
public sealed record DownloadCounts
{
    /// <summary>Files that were missing when it began; null until they are counted.</summary>
    public int? Wanted { get; init; }

    /// <summary>Files that came home.</summary>
    public int Done { get; init; }

    /// <summary>Files that did not, by <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</summary>
    public IReadOnlyDictionary<string, int> Failed { get; init; } = new Dictionary<string, int>();

    /// <summary>Bytes of the files that came home.</summary>
    public long Bytes { get; init; }
}
