using System.Globalization;
using Marten;
using Sovia.Library;
using Sovia.Library.Browsing;

namespace Sovia.Media.Review;

/// <summary>
/// Lists the files without a post. Leaves out posts that the user hides by a search, and files that only such posts could have.
/// </summary>
public sealed class ListFilesToReview(IQuerySession session, FindHideFilterMatches hidden)
{
    /// <summary>Returns one page of the files in one state, most recently found first. Skips files that are not present.</summary>
    /// <param name="state">Ambiguous, unmatched or ignored.</param>
    /// <param name="after">The cursor of the previous page; null or invalid for the first page.</param>
    /// <param name="count">The maximum number of files.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ReviewPage> ReadPageAsync(FileState state, string? after, int count, CancellationToken ct)
    {
        var query = session.Query<MediaFile>().Where(file => file.State == state && file.Present);
        if (ParseCursor(after) is var (seenAt, id))
            query = query.Where(file => file.SeenAt <= seenAt && (file.SeenAt < seenAt || file.Id.CompareTo(id) < 0));
        var files = await query.OrderByDescending(file => file.SeenAt).ThenByDescending(file => file.Id).Take(count + 1).ToListAsync(ct);
        var pageFiles = files.Take(count).ToList();
        return new(await AddDetailsAsync(pageFiles, file => file.Candidates, ct),
            files.Count > count ? $"{pageFiles[^1].SeenAt.UtcTicks.ToString("x", CultureInfo.InvariantCulture)}-{pageFiles[^1].Id}" : null);
    }

    /// <summary>Returns one file to review, with posts to choose from; null if the file is missing or already matched.</summary>
    /// <param name="sha256">SHA-256 of the file.</param>
    /// <param name="candidates">The posts, in the order to show them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<FileToReview?> FindAsync(string sha256, IReadOnlyList<Guid> candidates, CancellationToken ct)
    {
        if (await session.LoadAsync<MediaFile>(sha256, ct) is not { State: not FileState.Matched, Present: true } file) return null;
        return (await AddDetailsAsync([file], _ => candidates, ct)).SingleOrDefault();
    }

    /// <summary>Returns the number of unmatched and ambiguous files that are present.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        var count = await session.Query<MediaFile>()
            .CountAsync(file => (file.State == FileState.Unmatched || file.State == FileState.Ambiguous) && file.Present, ct);
        if (!FindHideFilterMatches.HidesAny) return count;
        // Only ambiguous files have candidates.
        var ambiguous = await session.Query<MediaFile>().Where(file => file.State == FileState.Ambiguous && file.Present).ToListAsync(ct);
        var (posts, hiddenIds) = await LoadPostsAsync(ambiguous.SelectMany(file => file.Candidates), ct);
        return count - ambiguous.Count(file => IsHidden(file, posts, hiddenIds));
    }

    private async Task<IReadOnlyList<FileToReview>> AddDetailsAsync(IReadOnlyList<MediaFile> files,
        Func<MediaFile, IReadOnlyList<Guid>> getCandidates, CancellationToken ct)
    {
        var hashes = files.Select(file => file.Id).ToArray();
        var locations = (await session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(hashes)).ToListAsync(ct))
            .ToLookup(location => location.Sha256);
        var (posts, hiddenIds) = await LoadPostsAsync(files.SelectMany(file => getCandidates(file).Concat(file.Candidates)), ct);
        return [.. files.Where(file => !IsHidden(file, posts, hiddenIds)).Select(file => new FileToReview(file, [.. locations[file.Id]],
            [.. getCandidates(file).Where(id => !hiddenIds.Contains(id)).Select(posts.GetValueOrDefault).OfType<Post>()]))];
    }

    private async Task<(Dictionary<Guid, Post> Posts, IReadOnlySet<Guid> HiddenIds)> LoadPostsAsync(IEnumerable<Guid> ids,
        CancellationToken ct)
    {
        var posts = (await session.LoadManyAsync<Post>(ct, ids.Distinct())).ToDictionary(post => post.Id);
        return (posts, await hidden.FindPostsAsync(posts.Keys, ct));
    }

    // A file of a hidden post, whichever of the candidates it is.
    private static bool IsHidden(MediaFile file, Dictionary<Guid, Post> posts, IReadOnlySet<Guid> hiddenIds) =>
        file.Candidates.Any(posts.ContainsKey) && file.Candidates.Where(posts.ContainsKey).All(hiddenIds.Contains);

    private static (DateTimeOffset At, string Id)? ParseCursor(string? cursor) =>
        cursor?.Split('-') is [var ticksText, var id]
        && long.TryParse(ticksText, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var utcTicks)
        && utcTicks >= 0 && utcTicks <= DateTimeOffset.MaxValue.UtcTicks
            ? (new(utcTicks, TimeSpan.Zero), id) : null;
}
