using Marten;
using Sovia.Library;

namespace Sovia.Media;

/// <summary>Reads what is known of the files of some posts, at once.</summary>
public sealed class ReadMediaFiles(IQuerySession session)
{
    /// <summary>The files by the post that shows them; posts without a known file are not there.</summary>
    public async Task<IReadOnlyDictionary<Guid, MediaFile>> ForPostsAsync(IEnumerable<Post> posts, CancellationToken ct)
    {
        var hashes = posts.Where(post => post.File is not null).DistinctBy(post => post.Id)
            .ToDictionary(post => post.Id, post => post.File!.Sha256);
        if (hashes.Count == 0) return new Dictionary<Guid, MediaFile>();
        var files = (await session.LoadManyAsync<MediaFile>(ct, [.. hashes.Values.Distinct()])).ToDictionary(file => file.Id);
        return hashes.Where(one => files.ContainsKey(one.Value)).ToDictionary(one => one.Key, one => files[one.Value]);
    }
}
