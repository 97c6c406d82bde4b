using Marten;
using Sovia.Metadata;

namespace Sovia.Media.Scanning;

/// <summary>
/// Scans one target: enumerates its files, compares them with the records, reads those that differ and records them in batches.
/// </summary>
internal sealed class TargetScanner(
    ScanTarget scanTarget, IReadOnlySet<string> foldersToSkip, ScanExclusions scanExclusions, Predicate<FileEntry> isFresh,
        SaveScanChanges record,
    HashAndProbeFiles read, ISessionFactory sessions, ScanCounters tally,
    IProgress<ScanReport>? progress)
{
    // Large enough to save round trips, small enough that an interrupted scan loses little.
    private const int FilesPerBatch = 200;
    private const int LocationsPerBatch = 2000;

    private readonly List<FileEntry> pendingFiles = [];
    private readonly HashSet<string> jsonPaths = new(StringComparer.Ordinal);
    private Dictionary<string, RecordedFile> recordedFiles = [];
    private ScanChanges changes = new();

    public async Task RunAsync(CancellationToken ct)
    {
        await using (var session = sessions.QuerySession()) recordedFiles = await RecordedFile.ReadAsync(session, scanTarget, ct);
        foreach (var entry in new FolderWalker(scanTarget, foldersToSkip, scanExclusions, tally).EnumerateFiles())
        {
            ct.ThrowIfCancellationRequested();
            tally.Files++;
            if (!IsUnchanged(entry))
            {
                if (isFresh(entry)) CountFresh();
                else pendingFiles.Add(entry);
            }
            if (pendingFiles.Count >= FilesPerBatch || changes.Count >= LocationsPerBatch) await FlushAsync(ct);
        }
        await FlushAsync(ct);
        foreach (var (path, file) in recordedFiles.Where(pair => !pair.Value.IsFound))
        {
            // An earlier version scanned folders that are excluded now.
            if (scanExclusions.ExcludesPath(path)) changes.Excluded.Add(FileLocation.ComputeId(scanTarget.Root, path));
            else if (!file.IsMissing) changes.Missing.Add(FileLocation.ComputeId(scanTarget.Root, path));
            if (changes.Count >= LocationsPerBatch) await FlushAsync(ct);
        }
        FindSidecarPostIds();
        await FlushAsync(ct);
    }

    private bool IsUnchanged(FileEntry entry)
    {
        if (!recordedFiles.TryGetValue(entry.Path, out var recorded)) return false;
        recorded.IsFound = true;
        if (recorded.Length != entry.Length || recorded.ModifiedTicks != entry.ModifiedTicks) return false;
        // Recorded before the actual type of such files was detected, so read the file again.
        if (recorded is { Sha256: null, Problem: null } && ContentMismatchMessages.HasMediaExtension(entry.Path)) return false;
        tally.Unchanged++;
        if (recorded.Sha256 is null) tally.Other++;
        ReportProblem(entry, recorded.Sha256, recorded.Problem);
        if (recorded.IsMissing) changes.Restored.Add(entry.LocationId);
        return true;
    }

    // Reports the problem at every scan, for as long as the file exists.
    private void ReportProblem(FileEntry entry, string? sha256, string? problem)
    {
        if (problem is null) return;
        if (sha256 is null) tally.AddRejected(Path.Combine(entry.Root, entry.Path), problem);
        else tally.AddNote(Path.Combine(entry.Root, entry.Path), problem);
    }

    private void CountFresh()
    {
        tally.Waiting++;
        tally.Fresh++;
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        var files = await read.ReadAsync(pendingFiles, tally, ct);
        foreach (var file in files)
        {
            changes.Files.Add(file);
            if (file.Sha256 is { } sha256) tally.AddReadHash(sha256);
            ReportProblem(file.Entry, file.Sha256, file.Problem);
            if (file.Sha256 is null) CountOther(file.Entry.Path);
            else if (recordedFiles.GetValueOrDefault(file.Entry.Path) is { } recorded && recorded.Sha256 != file.Sha256) tally.Changed++;
            else if (recordedFiles.ContainsKey(file.Entry.Path)) tally.Unchanged++;
            else tally.New++;
        }
        await record.RecordAsync(changes, (entry, reason) => tally.AddRejected(Path.Combine(entry.Root, entry.Path), reason), ct);
        pendingFiles.Clear();
        changes = new();
        progress?.Report(tally.ToReport());
    }

    private void CountOther(string path)
    {
        tally.Other++;
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) jsonPaths.Add(path);
    }

    // A sidecar may appear after its file, so look up the post ID again although the file has not changed.
    private void FindSidecarPostIds()
    {
        if (jsonPaths.Count == 0) return;
        var described = jsonPaths.Select(path => path[..^".json".Length]).ToHashSet(StringComparer.Ordinal);
        var folders = jsonPaths.Where(path => SidecarReader.IsManifest(path[(path.LastIndexOf('/') + 1)..])).Select(GetFolder)
            .ToHashSet(StringComparer.Ordinal);
        var sidecarReader = new SidecarReader();
        foreach (var (path, file) in recordedFiles.Where(pair => pair.Value is { IsFound: true, Sha256: not null }))
            if ((described.Contains(path) || described.Contains(Path.ChangeExtension(path, null)) || folders.Contains(GetFolder(path)))
                && sidecarReader.FindPostId(scanTarget.Root, path) is { } postId && postId != file.StatedId)
                changes.SidecarPostIds[FileLocation.ComputeId(scanTarget.Root, path)] = postId;
    }

    private static string GetFolder(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
}
