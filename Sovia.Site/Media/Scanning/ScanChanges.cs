namespace Sovia.Media.Scanning;

/// <summary>What a stretch of a scan found, to be recorded in one transaction.</summary>
internal sealed class ScanChanges
{
    /// <summary>New and changed files.</summary>
    public List<ScannedFile> Files { get; } = [];

    /// <summary>Places found again as they were.</summary>
    public List<Guid> Restored { get; } = [];

    /// <summary>Places where nothing is any more.</summary>
    public List<Guid> Missing { get; } = [];

    /// <summary>Places that are not looked at any more, and never should have been.</summary>
    public List<Guid> Excluded { get; } = [];

    /// <summary>Places whose sidecar has come to state a post.</summary>
    public Dictionary<Guid, Guid> SidecarPostIds { get; } = [];

    /// <summary>The same, each piece by itself.</summary>
    public IReadOnlyList<ScanChanges> Split() =>
    [
        .. Files.Select(file => new ScanChanges { Files = { file } }),
        .. Restored.Select(place => new ScanChanges { Restored = { place } }),
        .. Missing.Select(place => new ScanChanges { Missing = { place } }),
        .. Excluded.Select(place => new ScanChanges { Excluded = { place } }),
        .. SidecarPostIds.Select(pair => new ScanChanges { SidecarPostIds = { [pair.Key] = pair.Value } }),
    ];

    /// <summary>Several together.</summary>
    public static ScanChanges Merge(IEnumerable<ScanChanges> several)
    {
        var all = new ScanChanges();
        foreach (var one in several)
        {
            all.Files.AddRange(one.Files);
            all.Restored.AddRange(one.Restored);
            all.Missing.AddRange(one.Missing);
            all.Excluded.AddRange(one.Excluded);
            foreach (var (place, stated) in one.SidecarPostIds) all.SidecarPostIds[place] = stated;
        }
        return all;
    }

    /// <summary>How much there is to record.</summary>
    public int Count => Files.Count + Restored.Count + Missing.Count + Excluded.Count + SidecarPostIds.Count;
}
