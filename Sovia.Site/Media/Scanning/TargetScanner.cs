using Marten;
using Sovia.Metadata;

namespace Sovia.Media.Scanning;

/// <summary>
/// Scans one target: enumerates its files, compares them with the records, reads those that differ and records them in batches.
/// </summary>
internal sealed class TargetScanner(
    ScanTarget scanTarget, IReadOnlySet<string> closed, ScanExclusions scanExclusions, Predicate<FileEntry> isFresh, RecordFiles record,
    ReadFiles read, ISessionFactory sessions, ScanCounters tally,
    IProgress<ScanReport>? progress)
{
    // Large enough to save round trips, small enough that an interrupted scan loses little.
    private const int FilesPerBatch = 200;
    private const int PlacesPerBatch = 2000;

    private readonly List<FileEntry> pending = [];
    private readonly HashSet<string> companions = new(StringComparer.Ordinal);
    private Dictionary<string, RecordedFile> known = [];
    private ScanChanges news = new();

    public async Task RunAsync(CancellationToken ct)
    {
        await using (var session = sessions.QuerySession()) known = await RecordedFile.ReadAsync(session, scanTarget, ct);
        foreach (var seen in new FolderWalker(scanTarget, closed, scanExclusions, tally).EnumerateFiles())
        {
            ct.ThrowIfCancellationRequested();
            tally.Seen++;
            if (!IsKnown(seen))
            {
                if (isFresh(seen)) Leave();
                else pending.Add(seen);
            }
            if (pending.Count >= FilesPerBatch || news.Count >= PlacesPerBatch) await FlushAsync(ct);
        }
        await FlushAsync(ct);
        foreach (var (path, file) in known.Where(pair => !pair.Value.Seen))
        {
            // An earlier version scanned folders that are excluded now.
            if (scanExclusions.ExcludesPath(path)) news.Excluded.Add(FileLocation.ComputeId(scanTarget.Root, path));
            else if (!file.IsMissing) news.Missing.Add(FileLocation.ComputeId(scanTarget.Root, path));
            if (news.Count >= PlacesPerBatch) await FlushAsync(ct);
        }
        HearCompanions();
        await FlushAsync(ct);
    }

    private bool IsKnown(FileEntry seen)
    {
        if (!known.TryGetValue(seen.Path, out var before)) return false;
        before.Seen = true;
        if (before.Length != seen.Length || before.ModifiedTicks != seen.ModifiedTicks) return false;
        // Recorded before the actual type of such files was detected, so read the file again.
        if (before is { Sha256: null, Problem: null } && ContentMismatch.HasMediaExtension(seen.Path)) return false;
        tally.Unchanged++;
        if (before.Sha256 is null) tally.Other++;
        Say(seen, before.Sha256, before.Problem);
        if (before.IsMissing) news.Restored.Add(seen.LocationId);
        return true;
    }

    // Reports the problem at every scan, for as long as the file exists.
    private void Say(FileEntry seen, string? sha256, string? problem)
    {
        if (problem is null) return;
        if (sha256 is null) tally.AddRejected(Path.Combine(seen.Root, seen.Path), problem);
        else tally.AddNote(Path.Combine(seen.Root, seen.Path), problem);
    }

    private void Leave()
    {
        tally.Waiting++;
        tally.Fresh++;
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        var files = await read.ReadAsync(pending, tally, ct);
        foreach (var file in files)
        {
            news.Files.Add(file);
            if (file.Sha256 is { } sha256) tally.AddReadHash(sha256);
            Say(file.Entry, file.Sha256, file.Problem);
            if (file.Sha256 is null) Note(file.Entry.Path);
            else if (known.GetValueOrDefault(file.Entry.Path) is { } before && before.Sha256 != file.Sha256) tally.Changed++;
            else if (known.ContainsKey(file.Entry.Path)) tally.Unchanged++;
            else tally.New++;
        }
        await record.RecordAsync(news, (seen, reason) => tally.AddRejected(Path.Combine(seen.Root, seen.Path), reason), ct);
        pending.Clear();
        news = new();
        progress?.Report(tally.ToReport());
    }

    private void Note(string path)
    {
        tally.Other++;
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) companions.Add(path);
    }

    // A sidecar may appear after its file, so look up the post ID again although the file has not changed.
    private void HearCompanions()
    {
        if (companions.Count == 0) return;
        var sidecars = companions.Select(path => path[..^".json".Length]).ToHashSet(StringComparer.Ordinal);
        var folders = companions.Where(path => SidecarReader.IsManifest(path[(path.LastIndexOf('/') + 1)..])).Select(GetFolder)
            .ToHashSet(StringComparer.Ordinal);
        var beside = new SidecarReader();
        foreach (var (path, file) in known.Where(pair => pair.Value is { Seen: true, Sha256: not null }))
            if ((sidecars.Contains(path) || sidecars.Contains(Path.ChangeExtension(path, null)) || folders.Contains(GetFolder(path)))
                && beside.FindPostId(scanTarget.Root, path) is { } stated && stated != file.StatedId)
                news.SidecarPostIds[FileLocation.ComputeId(scanTarget.Root, path)] = stated;
    }

    private static string GetFolder(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
}
