using Marten;
using Sovia.Library.Browsing;

namespace Sovia.Media.Review;

/// <summary>
/// Lists the present files that cannot be shown, with the reason, whether or not they have a post; then the misnamed files. Leaves out
/// files of posts that the user hides by a search.
/// </summary>
public sealed class ListUnreadableFiles(IQuerySession session, FindHideFilterMatches hidden)
{
    private const string MisnamedPrefix = "name:";

    /// <summary>Returns the number of files in the list.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        var count = await UnreadableFiles.CountAsync(ct) + await MisnamedFiles.CountAsync(ct);
        if (!FindHideFilterMatches.HidesAny) return count;
        var matches = await ReadMatchesAsync([.. await UnreadableFiles.Select(file => file.Id).ToListAsync(ct)], ct);
        return count - (await FindHiddenHashesAsync(matches, ct)).Count;
    }

    /// <summary>Returns one page of the list.</summary>
    /// <param name="after">The cursor of the previous page; null or invalid for the first page.</param>
    /// <param name="count">The maximum number of files.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<UnreadableFilesPage> ReadPageAsync(string? after, int count, CancellationToken ct)
    {
        if (after?.StartsWith(MisnamedPrefix, StringComparison.Ordinal) == true
            && Guid.TryParseExact(after[MisnamedPrefix.Length..], "N", out var locationId))
            return await AddMisnamedAsync([], locationId, count, ct);
        var afterHash = after is not null && ContentHashCache.IsSha256Hex(after) ? after : "";
        var files = await UnreadableFiles.Where(file => file.Id.CompareTo(afterHash) > 0).OrderBy(file => file.Id).Take(count + 1)
            .ToListAsync(ct);
        var pageFiles = files.Take(count).ToList();
        var hashes = pageFiles.Select(file => file.Id).ToArray();
        var locationsByHash = (await session.Query<FileLocation>()
            .Where(location => location.Sha256!.IsOneOf(hashes) && location.MissingSince == null).ToListAsync(ct))
            .ToLookup(location => location.Sha256);
        var matchesByHash = await ReadMatchesAsync(hashes, ct);
        var hiddenHashes = await FindHiddenHashesAsync(matchesByHash, ct);
        List<UnreadableFile> entries =
        [
            .. pageFiles.Where(file => !hiddenHashes.Contains(file.Id)).Select(file => new UnreadableFile(
                file.Id, file.Problem!, [.. locationsByHash[file.Id].Select(location => Path.Combine(location.Root, location.Path))],
                [.. matchesByHash[file.Id].Distinct()])),
        ];
        return files.Count > count ? new(entries, pageFiles[^1].Id) : await AddMisnamedAsync(entries, Guid.Empty, count, ct);
    }

    private async Task<ILookup<string, Guid>> ReadMatchesAsync(string[] hashes, CancellationToken ct) =>
        (await session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(hashes)).ToListAsync(ct))
            .ToLookup(match => match.Sha256, match => match.PostId);

    // The files all of whose posts are hidden.
    private async Task<IReadOnlySet<string>> FindHiddenHashesAsync(ILookup<string, Guid> matches, CancellationToken ct)
    {
        var hiddenIds = await hidden.FindPostsAsync([.. matches.SelectMany(posts => posts).Distinct()], ct);
        return matches.Where(posts => posts.All(hiddenIds.Contains)).Select(posts => posts.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Present files that cannot be shown; read from a partial index that contains only these files.</summary>
    internal IQueryable<MediaFile> UnreadableFiles => session.Query<MediaFile>().Where(file => file.Problem != null && file.Present);

    /// <summary>Locations of present, misnamed files; read from a partial index that contains only these locations.</summary>
    internal IQueryable<FileLocation> MisnamedFiles =>
        session.Query<FileLocation>().Where(location => location.Problem != null && location.MissingSince == null);

    private async Task<UnreadableFilesPage> AddMisnamedAsync(List<UnreadableFile> entries, Guid afterId, int count, CancellationToken ct)
    {
        var remaining = count - entries.Count;
        var misnamed = await MisnamedFiles.Where(location => location.Id > afterId).OrderBy(location => location.Id).Take(remaining + 1)
            .ToListAsync(ct);
        var misnamedEntries = misnamed.Take(remaining)
            .Select(place => new UnreadableFile(place.Id.ToString("N"), place.Problem!, [Path.Combine(place.Root, place.Path)], []));
        var lastId = remaining > 0 ? misnamed.Take(remaining).LastOrDefault()?.Id ?? afterId : afterId;
        return new([.. entries, .. misnamedEntries], misnamed.Count > remaining ? $"{MisnamedPrefix}{lastId:N}" : null);
    }
}
