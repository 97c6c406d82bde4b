using Marten;
using Sovia.Library;
using Sovia.Media;

namespace Sovia.Pictures;

/// <summary>Finds the file that a picture is to be made from.</summary>
public sealed class FindPictureSource(IQuerySession session, FindLocalFile bytes, ContentHashCache hashes)
{
    /// <summary>The file of a post; null for an unknown post and for one whose bytes are not here.</summary>
    public async Task<(Post Post, PictureSource Source)?> ForPostAsync(Guid postId, CancellationToken ct) =>
        await session.LoadAsync<Post>(postId, ct) is { } post && await bytes.ForPostAsync(post, ct) is var (file, sha256)
            ? (post, new(sha256 ?? await hashes.GetAsync(file.FullPath, ct), file.FullPath))
            : null;

    /// <summary>A file of the current library with these bytes, whichever post's it is; null where none is known.</summary>
    public async Task<PictureSource?> ByHashAsync(string sha256, CancellationToken ct)
    {
        if (hashes.FindPath(sha256) is { } path && File.Exists(path) && await hashes.GetAsync(path, ct) == sha256) return new(sha256, path);
        return await bytes.ByHashAsync(sha256, ct) is { } found ? new(sha256, found.FullPath) : null;
    }
}
