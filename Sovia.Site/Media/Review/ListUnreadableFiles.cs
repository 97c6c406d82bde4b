using Marten;

namespace Sovia.Media.Review;

/// <summary>
/// Lists the present files that cannot be shown, with the reason, whether or not they have a post; then the misnamed files.
/// </summary>
public sealed class ListUnreadableFiles(IQuerySession session)
{
    private const string Misnamed = "name:";

    /// <summary>Returns the number of files in the list.</summary>
    public async Task<int> CountAsync(CancellationToken ct) => await UnreadableFiles.CountAsync(ct) + await MisnamedFiles.CountAsync(ct);

    /// <summary>Returns one page of the list.</summary>
    /// <param name="after">The cursor of the previous page; null or invalid for the first page.</param>
    /// <param name="count">The maximum number of files.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<UnreadableFilesPage> ReadPageAsync(string? after, int count, CancellationToken ct)
    {
        if (after?.StartsWith(Misnamed, StringComparison.Ordinal) == true
            && Guid.TryParseExact(after[Misnamed.Length..], "N", out var misnamed))
            return await OthersAsync([], misnamed, count, ct);
        var from = after is not null && ContentHashCache.IsSha256Hex(after) ? after : "";
        var files = await UnreadableFiles.Where(file => file.Id.CompareTo(from) > 0).OrderBy(file => file.Id).Take(count + 1)
            .ToListAsync(ct);
        var shown = files.Take(count).ToList();
        var hashes = shown.Select(file => file.Id).ToArray();
        var places = (await session.Query<FileLocation>()
            .Where(location => location.Sha256!.IsOneOf(hashes) && location.MissingSince == null).ToListAsync(ct))
            .ToLookup(place => place.Sha256);
        var matches = (await session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(hashes)).ToListAsync(ct))
            .ToLookup(match => match.Sha256);
        List<UnreadableFile> listed =
        [
            .. shown.Select(file => new UnreadableFile(
                file.Id, file.Problem!, [.. places[file.Id].Select(place => Path.Combine(place.Root, place.Path))],
                [.. matches[file.Id].Select(match => match.PostId).Distinct()])),
        ];
        return files.Count > count ? new(listed, shown[^1].Id) : await OthersAsync(listed, Guid.Empty, count, ct);
    }

    /// <summary>Uses a partial index that contains only these files.</summary>
    internal IQueryable<MediaFile> UnreadableFiles => session.Query<MediaFile>().Where(file => file.Problem != null && file.Present);

    /// <summary>Uses a partial index that contains only these locations.</summary>
    internal IQueryable<FileLocation> MisnamedFiles =>
        session.Query<FileLocation>().Where(location => location.Problem != null && location.MissingSince == null);

    private async Task<UnreadableFilesPage> OthersAsync(List<UnreadableFile> before, Guid after, int count, CancellationToken ct)
    {
        var room = count - before.Count;
        var others = await MisnamedFiles.Where(location => location.Id > after).OrderBy(location => location.Id).Take(room + 1)
            .ToListAsync(ct);
        var shown = others.Take(room)
            .Select(place => new UnreadableFile(place.Id.ToString("N"), place.Problem!, [Path.Combine(place.Root, place.Path)], []));
        var last = room > 0 ? others.Take(room).LastOrDefault()?.Id ?? after : after;
        return new([.. before, .. shown], others.Count > room ? $"{Misnamed}{last:N}" : null);
    }
}
