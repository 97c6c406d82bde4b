using Marten;
using Sovia.Library;
using Sovia.Media;

namespace Sovia.Pictures;

/// <summary>Finds the file to build a picture from.</summary>
public sealed class FindPictureSource(IQuerySession session, FindLocalFile bytes, ContentHashCache hashes)
{
    /// <summary>Returns the file of a post; null if the post is unknown or its file is missing.</summary>
    public async Task<(Post Post, PictureSource Source)?> ForPostAsync(Guid postId, CancellationToken ct) =>
        await session.LoadAsync<Post>(postId, ct) is { } post && await bytes.ForPostAsync(post, ct) is var (file, sha256)
            ? (post, new(sha256 ?? await hashes.GetAsync(file.FullPath, ct), file.FullPath))
            : null;

    /// <summary>Returns a file of the current library with this content, whatever its post; null if none is known.</summary>
    public async Task<PictureSource?> ByHashAsync(string sha256, CancellationToken ct)
    {
        if (hashes.FindPath(sha256) is { } path && File.Exists(path) && await hashes.GetAsync(path, ct) == sha256) return new(sha256, path);
        return await bytes.ByHashAsync(sha256, ct) is { } file ? new(sha256, file.FullPath) : null;
    }
}
