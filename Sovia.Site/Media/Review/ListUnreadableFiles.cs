using Marten;

namespace Sovia.Media.Review;

/// <summary>
/// Lists the present files that cannot be shown, with the reason, whether or not they have a post; then the misnamed files.
/// </summary>
public sealed class ListUnreadableFiles(IQuerySession session)
{
    private const string MisnamedPrefix = "name:";

    /// <summary>Returns the number of files in the list.</summary>
    public async Task<int> CountAsync(CancellationToken ct) => await UnreadableFiles.CountAsync(ct) + await MisnamedFiles.CountAsync(ct);

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
        var matchesByHash = (await session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(hashes)).ToListAsync(ct))
            .ToLookup(match => match.Sha256);
        List<UnreadableFile> entries =
        [
            .. pageFiles.Select(file => new UnreadableFile(
                file.Id, file.Problem!, [.. locationsByHash[file.Id].Select(location => Path.Combine(location.Root, location.Path))],
                [.. matchesByHash[file.Id].Select(match => match.PostId).Distinct()])),
        ];
        return files.Count > count ? new(entries, pageFiles[^1].Id) : await AddMisnamedAsync(entries, Guid.Empty, count, ct);
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
