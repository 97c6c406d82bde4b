namespace Sovia.Media.Scanning;

/// <summary>The changes found by part of a scan, to be recorded in one transaction.</summary>
internal sealed class ScanChanges
{
    /// <summary>New and changed files.</summary>
    public List<ScannedFile> Files { get; } = [];

    /// <summary>Missing locations whose unchanged file was found again.</summary>
    public List<Guid> Restored { get; } = [];

    /// <summary>Locations whose file is gone.</summary>
    public List<Guid> Missing { get; } = [];

    /// <summary>Locations that are now excluded and should never have been scanned.</summary>
    public List<Guid> Excluded { get; } = [];

    /// <summary>Locations with a new sidecar, and the post ID in it.</summary>
    public Dictionary<Guid, Guid> SidecarPostIds { get; } = [];

    /// <summary>Splits the changes into one set for each change.</summary>
    public IReadOnlyList<ScanChanges> Split() =>
    [
        .. Files.Select(file => new ScanChanges { Files = { file } }),
        .. Restored.Select(place => new ScanChanges { Restored = { place } }),
        .. Missing.Select(place => new ScanChanges { Missing = { place } }),
        .. Excluded.Select(place => new ScanChanges { Excluded = { place } }),
        .. SidecarPostIds.Select(pair => new ScanChanges { SidecarPostIds = { [pair.Key] = pair.Value } }),
    ];

    /// <summary>Merges several sets of changes.</summary>
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

    /// <summary>The number of changes to record.</summary>
    public int Count => Files.Count + Restored.Count + Missing.Count + Excluded.Count + SidecarPostIds.Count;
}
