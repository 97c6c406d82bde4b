using Marten;
using Sovia.Jobs;
using Sovia.Library.Dates;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Storage;

namespace Sovia.Media.Scanning;

/// <summary>Writes the results of a scan or an upload: files, locations, matches, posts and families, in one transaction.</summary>
internal sealed class SaveScanChanges(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Returns the hashes that are already recorded, whose files need no probe.</summary>
    public async Task<HashSet<string>> FindKnownHashesAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var requested = hashes.ToArray();
        return [.. await session.Query<MediaFile>().Where(file => file.Id.IsOneOf(requested)).Select(file => file.Id).ToListAsync(ct)];
    }

    /// <summary>Records the changes. Recording the same changes again has no effect.</summary>
    /// <param name="changes">The changes found.</param>
    /// <param name="onRejected">Called with each file that the database rejects, and the reason; the rest is recorded.</param>
    /// <param name="ct">Cancels.</param>
    public Task RecordAsync(ScanChanges changes, Action<FileEntry, string> onRejected, CancellationToken ct) => BisectingWriter.WriteAsync(
        changes.Split(),
        (subset, ct) => RecordAsync(subset.Count == changes.Count ? changes : ScanChanges.Merge(subset), ct),
        (failed, e) => { foreach (var file in failed.Files) onRejected(file.Entry, DatabaseErrors.Explain(e) ?? e.Message); },
        ct);

    private async Task RecordAsync(ScanChanges diff, CancellationToken ct)
    {
        if (diff.Count == 0) return;
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        var ids = diff.Files.Select(file => file.Entry.LocationId).Concat(diff.Restored).Concat(diff.Missing).Concat(diff.Excluded)
            .Concat(diff.SidecarPostIds.Keys).ToHashSet();
        await work.LoadLocationsAsync(ids, ct);
        // When a location's content changes, both the old and the new content are affected.
        var hashes = ids.Select(work.FindLocation).Select(location => location?.Sha256).Concat(diff.Files.Select(file => file.Sha256))
            .OfType<string>().ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var id in diff.Restored) Update(work, id, location => location with { MissingSince = null });
        foreach (var id in diff.Missing) Update(work, id, location => location with { MissingSince = location.MissingSince ?? now });
        foreach (var (id, statedId) in diff.SidecarPostIds) Update(work, id, location => location with { SidecarPostId = statedId });
        foreach (var file in diff.Files) work.Store(CreateLocation(file, work.FindLocation(file.Entry.LocationId)));
        await work.LoadAsync(hashes, ct);
        foreach (var file in diff.Files.Where(file => file.Sha256 is not null && work.FindFile(file.Sha256) is null))
            work.Store(CreateFile(file, now));
        var hashesToRematch = RemoveExcludedLocations.Run(work, diff.Excluded, now);
        await MatchFiles.RunAsync(work, diff.Files.Select(file => file.Sha256).Concat(hashesToRematch)
            .Concat(diff.SidecarPostIds.Keys.Select(id => work.FindLocation(id)?.Sha256)).OfType<string>(), ct);
        await work.SaveChangesAsync(ct);
    }

    private static void Update(FileUnitOfWork work, Guid id, Func<FileLocation, FileLocation> update)
    {
        if (work.FindLocation(id) is { } location) work.Store(update(location));
    }

    private static FileLocation CreateLocation(ScannedFile file, FileLocation? stored) => new()
    {
        Id = file.Entry.LocationId,
        Root = file.Entry.Root,
        Path = file.Entry.Path,
        Sha256 = file.Sha256,
        Length = file.Entry.Length,
        ModifiedTicks = file.Entry.ModifiedTicks,
        Names = file.Name is null || stored?.Names.Contains(file.Name) == true ? stored?.Names ?? [] : [.. stored?.Names ?? [], file.Name],
        SidecarPostId = file.StatedId,
        Problem = file.Problem,
    };

    private static MediaFile CreateFile(ScannedFile file, DateTimeOffset now) => new MediaFile
    {
        Id = file.Sha256!,
        Length = file.Entry.Length,
        Mime = file.Type.Mime,
        Embedded = file.Embedded,
        SeenAt = Microseconds.Truncate(now),
    }.WithProbeResult(file.Facts, file.CanDecodeFully);
}
