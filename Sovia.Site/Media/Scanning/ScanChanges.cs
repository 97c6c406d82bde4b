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
        .. Restored.Select(locationId => new ScanChanges { Restored = { locationId } }),
        .. Missing.Select(locationId => new ScanChanges { Missing = { locationId } }),
        .. Excluded.Select(locationId => new ScanChanges { Excluded = { locationId } }),
        .. SidecarPostIds.Select(pair => new ScanChanges { SidecarPostIds = { [pair.Key] = pair.Value } }),
    ];

    /// <summary>Merges several sets of changes.</summary>
    public static ScanChanges Merge(IEnumerable<ScanChanges> several)
    {
        var merged = new ScanChanges();
        foreach (var changes in several)
        {
            merged.Files.AddRange(changes.Files);
            merged.Restored.AddRange(changes.Restored);
            merged.Missing.AddRange(changes.Missing);
            merged.Excluded.AddRange(changes.Excluded);
            foreach (var (locationId, postId) in changes.SidecarPostIds) merged.SidecarPostIds[locationId] = postId;
        }
        return merged;
    }

    /// <summary>The number of changes to record.</summary>
    public int Count => Files.Count + Restored.Count + Missing.Count + Excluded.Count + SidecarPostIds.Count;
}
