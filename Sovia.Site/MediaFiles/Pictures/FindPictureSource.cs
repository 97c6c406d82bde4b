using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Finds the file that a picture is to be made from.</summary>
public sealed class FindPictureSource(IQuerySession session, LocalMedia media, ContentHash hashes)
{
    /// <summary>The file of a post; null for an unknown post and for one whose bytes are not here.</summary>
    public async Task<(Post Post, PictureSource Source)?> OfPostAsync(Guid postId, CancellationToken ct) =>
        await session.LoadAsync<Post>(postId, ct) is { } post && media.Find(post.MediaUrl, post.MimeType) is { } file
            ? (post, new(post.File?.Sha256 ?? await hashes.OfAsync(file.FullPath, ct), file.FullPath))
            : null;

    /// <summary>A file with these bytes; null where no post that is known has them.</summary>
    public async Task<PictureSource?> OfHashAsync(string sha256, CancellationToken ct)
    {
        if (hashes.PathOf(sha256) is { } path && File.Exists(path) && await hashes.OfAsync(path, ct) == sha256) return new(sha256, path);
        var posts = await session.Query<Post>().Where(post => post.File!.Sha256 == sha256).Take(10).ToListAsync(ct);
        return posts.Select(post => media.Find(post.MediaUrl, post.MimeType)).FirstOrDefault(file => file is not null) is { } found
            ? new(sha256, found.FullPath)
            : null;
    }
}
