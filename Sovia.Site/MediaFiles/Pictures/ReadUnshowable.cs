using Marten;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Lists the files that are here and cannot be shown, with the reason, whether their post is known or not.</summary>
public sealed class ReadUnshowable(IQuerySession session)
{
    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(CancellationToken ct) => Files.CountAsync(ct);

    /// <summary>A stretch of them.</summary>
    /// <param name="after">From the stretch before; null for the top.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<UnshowablePage> PageAsync(string? after, int count, CancellationToken ct)
    {
        var from = after ?? "";
        var files = await Files.Where(file => file.Id.CompareTo(from) > 0).OrderBy(file => file.Id).Take(count + 1).ToListAsync(ct);
        var shown = files.Take(count).ToList();
        var hashes = shown.Select(file => file.Id).ToArray();
        var places = (await session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(hashes) && location.MissingSince == null).ToListAsync(ct)).ToLookup(place => place.Sha256);
        var matches = (await session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(hashes)).ToListAsync(ct)).ToLookup(match => match.Sha256);
        return new(
            [.. shown.Select(file => new UnshowableFile(
                file, [.. places[file.Id].Select(place => Path.Combine(place.Root, place.Path))], [.. matches[file.Id].Select(match => match.PostId).Distinct()]))],
            files.Count > count ? shown[^1].Id : null);
    }

    /// <summary>They lie together in an index of their own.</summary>
    internal IQueryable<MediaFile> Files => session.Query<MediaFile>().Where(file => file.Problem != null && file.Present);
}
