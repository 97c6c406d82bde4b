using Marten;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.MediaFiles.Matching;
using Sovia.Storage;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Writes what a scan or an upload found: contents, places, matches, posts and families, all in one transaction.</summary>
internal sealed class RecordFiles(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Which of these contents are known, so that they need not be probed again.</summary>
    public async Task<HashSet<string>> KnownAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var wanted = hashes.ToArray();
        return [.. await session.Query<MediaFile>().Where(file => file.Id.IsOneOf(wanted)).Select(file => file.Id).ToListAsync(ct)];
    }

    /// <summary>Records the news. The same news twice is recorded once.</summary>
    /// <param name="news">What was found.</param>
    /// <param name="refused">Told of each file that the database refuses, with the reason; the rest is recorded.</param>
    /// <param name="ct">Cancels.</param>
    public Task RecordAsync(FileNews news, Action<SeenFile, string> refused, CancellationToken ct) => Halving.RunAsync(
        news.Single(),
        (some, ct) => RecordAsync(some.Count == news.Count ? news : FileNews.Of(some), ct),
        (one, e) => { foreach (var file in one.Read) refused(file.Seen, DatabaseTrouble.Explain(e) ?? e.Message); },
        ct);

    private async Task RecordAsync(FileNews news, CancellationToken ct)
    {
        if (news.Count == 0) return;
        await using var session = sessions.OpenSession();
        await LibraryTurn.TakeAsync(session, ct);
        var book = new FileBook(session);
        var places = news.Read.Select(file => file.Seen.LocationId).Concat(news.Back).Concat(news.Gone).Concat(news.Withdrawn).Concat(news.Stated.Keys).ToHashSet();
        await book.OpenLocationsAsync(places, ct);
        // A place that changes hands concerns both contents.
        var hashes = places.Select(book.Location).Select(location => location?.Sha256).Concat(news.Read.Select(file => file.Sha256)).OfType<string>().ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var id in news.Back) Change(book, id, location => location with { MissingSince = null });
        foreach (var id in news.Gone) Change(book, id, location => location with { MissingSince = location.MissingSince ?? now });
        foreach (var (id, stated) in news.Stated) Change(book, id, location => location with { StatedId = stated });
        foreach (var file in news.Read) book.Put(LocationOf(file, book.Location(file.Seen.LocationId)));
        await book.OpenAsync(hashes, ct);
        foreach (var file in news.Read.Where(file => file.Sha256 is not null && book.File(file.Sha256) is null)) book.Put(FileOf(file, now));
        var left = Withdraw.In(book, news.Withdrawn, now);
        await MatchFiles.InAsync(book, news.Read.Select(file => file.Sha256).Concat(left).Concat(news.Stated.Keys.Select(id => book.Location(id)?.Sha256)).OfType<string>(), ct);
        await book.CloseAsync(ct);
    }

    private static void Change(FileBook book, Guid id, Func<FileLocation, FileLocation> change)
    {
        if (book.Location(id) is { } location) book.Put(change(location));
    }

    private static FileLocation LocationOf(ReadFile file, FileLocation? before) => new()
    {
        Id = file.Seen.LocationId,
        Root = file.Seen.Root,
        Path = file.Seen.Path,
        Sha256 = file.Sha256,
        Length = file.Seen.Length,
        ModifiedTicks = file.Seen.ModifiedTicks,
        Names = file.Name is null || before?.Names.Contains(file.Name) == true ? before?.Names ?? [] : [.. before?.Names ?? [], file.Name],
        StatedId = file.StatedId,
        Problem = file.Problem,
    };

    private static MediaFile FileOf(ReadFile file, DateTimeOffset now) => new MediaFile
    {
        Id = file.Sha256!,
        Length = file.Seen.Length,
        Mime = file.Type.Mime,
        Embedded = file.Embedded,
        SeenAt = Microseconds.Of(now),
    }.With(file.Facts, file.CanWatch);
}
