using Marten;
using Sovia.Jobs;
using Sovia.Library.Dates;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Storage;

namespace Sovia.Media.Scanning;

/// <summary>Writes the results of a scan or an upload: files, locations, matches, posts and families, in one transaction.</summary>
internal sealed class RecordFiles(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Returns which of these contents are known and need no probe.</summary>
    public async Task<HashSet<string>> FindKnownHashesAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var wanted = hashes.ToArray();
        return [.. await session.Query<MediaFile>().Where(file => file.Id.IsOneOf(wanted)).Select(file => file.Id).ToListAsync(ct)];
    }

    /// <summary>Records the changes. Recording the same changes again has no effect.</summary>
    /// <param name="news">The changes found.</param>
    /// <param name="refused">Called with each file that the database rejects, and the reason; the rest is recorded.</param>
    /// <param name="ct">Cancels.</param>
    public Task RecordAsync(ScanChanges news, Action<FileEntry, string> refused, CancellationToken ct) => BisectingWriter.WriteAsync(
        news.Split(),
        (some, ct) => RecordAsync(some.Count == news.Count ? news : ScanChanges.Merge(some), ct),
        (one, e) => { foreach (var file in one.Files) refused(file.Entry, DatabaseErrors.Explain(e) ?? e.Message); },
        ct);

    private async Task RecordAsync(ScanChanges news, CancellationToken ct)
    {
        if (news.Count == 0) return;
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var book = new FileUnitOfWork(session);
        var places = news.Files.Select(file => file.Entry.LocationId).Concat(news.Restored).Concat(news.Missing).Concat(news.Excluded)
            .Concat(news.SidecarPostIds.Keys).ToHashSet();
        await book.LoadLocationsAsync(places, ct);
        // When a location's content changes, both the old and the new content are affected.
        var hashes = places.Select(book.FindLocation).Select(location => location?.Sha256).Concat(news.Files.Select(file => file.Sha256))
            .OfType<string>().ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var id in news.Restored) Change(book, id, location => location with { MissingSince = null });
        foreach (var id in news.Missing) Change(book, id, location => location with { MissingSince = location.MissingSince ?? now });
        foreach (var (id, stated) in news.SidecarPostIds) Change(book, id, location => location with { StatedId = stated });
        foreach (var file in news.Files) book.Store(GetLocation(file, book.FindLocation(file.Entry.LocationId)));
        await book.LoadAsync(hashes, ct);
        foreach (var file in news.Files.Where(file => file.Sha256 is not null && book.FindFile(file.Sha256) is null))
            book.Store(GetFile(file, now));
        var left = RemoveExcludedLocations.Run(book, news.Excluded, now);
        await MatchFiles.RunAsync(book, news.Files.Select(file => file.Sha256).Concat(left)
            .Concat(news.SidecarPostIds.Keys.Select(id => book.FindLocation(id)?.Sha256)).OfType<string>(), ct);
        await book.SaveChangesAsync(ct);
    }

    private static void Change(FileUnitOfWork book, Guid id, Func<FileLocation, FileLocation> change)
    {
        if (book.FindLocation(id) is { } location) book.Store(change(location));
    }

    private static FileLocation GetLocation(ScannedFile file, FileLocation? before) => new()
    {
        Id = file.Entry.LocationId,
        Root = file.Entry.Root,
        Path = file.Entry.Path,
        Sha256 = file.Sha256,
        Length = file.Entry.Length,
        ModifiedTicks = file.Entry.ModifiedTicks,
        Names = file.Name is null || before?.Names.Contains(file.Name) == true ? before?.Names ?? [] : [.. before?.Names ?? [], file.Name],
        StatedId = file.StatedId,
        Problem = file.Problem,
    };

    private static MediaFile GetFile(ScannedFile file, DateTimeOffset now) => new MediaFile
    {
        Id = file.Sha256!,
        Length = file.Entry.Length,
        Mime = file.Type.Mime,
        Embedded = file.Embedded,
        SeenAt = Microseconds.Truncate(now),
    }.WithProbeResult(file.Facts, file.CanDecodeFully);
}
