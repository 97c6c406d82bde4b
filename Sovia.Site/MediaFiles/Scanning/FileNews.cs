namespace Sovia.MediaFiles.Scanning;

/// <summary>What a stretch of a scan found, to be recorded in one transaction.</summary>
internal sealed class FileNews
{
    /// <summary>New and changed files.</summary>
    public List<ReadFile> Read { get; } = [];

    /// <summary>Places found again as they were.</summary>
    public List<Guid> Back { get; } = [];

    /// <summary>Places where nothing is any more.</summary>
    public List<Guid> Gone { get; } = [];

    /// <summary>Places whose sidecar has come to state a post.</summary>
    public Dictionary<Guid, Guid> Stated { get; } = [];

    /// <summary>How much there is to record.</summary>
    public int Count => Read.Count + Back.Count + Gone.Count + Stated.Count;
}
