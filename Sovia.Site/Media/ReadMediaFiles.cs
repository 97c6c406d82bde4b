using Marten;
using Sovia.Library;

namespace Sovia.Media;

/// <summary>Reads the media files of several posts in one query.</summary>
public sealed class ReadMediaFiles(IQuerySession session)
{
    /// <summary>Returns the files by the ID of the post that shows them; posts without a known file are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, MediaFile>> ForPostsAsync(IEnumerable<Post> posts, CancellationToken ct)
    {
        var hashes = posts.Where(post => post.File is not null).DistinctBy(post => post.Id)
            .ToDictionary(post => post.Id, post => post.File!.Sha256);
        if (hashes.Count == 0) return new Dictionary<Guid, MediaFile>();
        var files = (await session.LoadManyAsync<MediaFile>(ct, [.. hashes.Values.Distinct()])).ToDictionary(file => file.Id);
        return hashes.Where(one => files.ContainsKey(one.Value)).ToDictionary(one => one.Key, one => files[one.Value]);
    }
}
