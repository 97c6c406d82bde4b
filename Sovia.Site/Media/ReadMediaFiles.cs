using Marten;
using Sovia.Library;

namespace Sovia.Media;

/// <summary>Reads the media files of several posts in one query.</summary>
public sealed class ReadMediaFiles(IQuerySession session)
{
    /// <summary>Returns the file of each post, by post ID; posts without a known file are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, MediaFile>> ForPostsAsync(IEnumerable<Post> posts, CancellationToken ct)
    {
        var hashByPostId = posts.Where(post => post.File is not null).DistinctBy(post => post.Id)
            .ToDictionary(post => post.Id, post => post.File!.Sha256);
        if (hashByPostId.Count == 0) return new Dictionary<Guid, MediaFile>();
        var files = (await session.LoadManyAsync<MediaFile>(ct, [.. hashByPostId.Values.Distinct()])).ToDictionary(file => file.Id);
        return hashByPostId.Where(entry => files.ContainsKey(entry.Value)).ToDictionary(entry => entry.Key, entry => files[entry.Value]);
    }
}
