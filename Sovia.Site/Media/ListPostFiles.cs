using Marten;

namespace Sovia.Media;

/// <summary>Lists the files on disk that belong to a post.</summary>
public sealed class ListPostFiles(IQuerySession session)
{
    private const int Limit = 50;

    /// <summary>Returns one entry for each location, the post's own media first.</summary>
    public async Task<IReadOnlyList<FileOnDisk>> ForPostAsync(Guid post, CancellationToken ct)
    {
        var matches = await session.Query<FileMatch>().Where(match => match.PostId == post).Take(Limit).ToListAsync(ct);
        if (matches.Count == 0) return [];
        var hashes = matches.Select(match => match.Sha256).Distinct().ToArray();
        var locations = await session.Query<FileLocation>().Where(location => location.Sha256.IsOneOf(hashes)).Take(Limit).ToListAsync(ct);
        return
        [
            .. from match in matches
               join place in locations on match.Sha256 equals place.Sha256
               orderby match.Role, place.MissingSince is not null, place.Root, place.Path
               select new FileOnDisk(match.Role, place.Root, place.Path, place.Length, place.MissingSince is not null),
        ];
    }
}
