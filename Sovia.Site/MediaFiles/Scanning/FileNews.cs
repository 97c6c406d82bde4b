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

    /// <summary>Places that are not looked at any more, and never should have been.</summary>
    public List<Guid> Withdrawn { get; } = [];

    /// <summary>Places whose sidecar has come to state a post.</summary>
    public Dictionary<Guid, Guid> Stated { get; } = [];

    /// <summary>The same, each piece by itself.</summary>
    public IReadOnlyList<FileNews> Single() =>
    [
        .. Read.Select(file => new FileNews { Read = { file } }),
        .. Back.Select(place => new FileNews { Back = { place } }),
        .. Gone.Select(place => new FileNews { Gone = { place } }),
        .. Withdrawn.Select(place => new FileNews { Withdrawn = { place } }),
        .. Stated.Select(pair => new FileNews { Stated = { [pair.Key] = pair.Value } }),
    ];

    /// <summary>Several together.</summary>
    public static FileNews Of(IEnumerable<FileNews> several)
    {
        var all = new FileNews();
        foreach (var one in several)
        {
            all.Read.AddRange(one.Read);
            all.Back.AddRange(one.Back);
            all.Gone.AddRange(one.Gone);
            all.Withdrawn.AddRange(one.Withdrawn);
            foreach (var (place, stated) in one.Stated) all.Stated[place] = stated;
        }
        return all;
    }

    /// <summary>How much there is to record.</summary>
    public int Count => Read.Count + Back.Count + Gone.Count + Withdrawn.Count + Stated.Count;
}
