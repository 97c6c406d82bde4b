using Marten;
using Sovia.Library;

namespace Sovia.Media;

/// <summary>Finds the media file of a post.</summary>
public sealed class FindMediaFile(IQuerySession session)
{
    /// <summary>Returns the media file with its probed facts and embedded metadata; null if no file is known.</summary>
    public async Task<MediaFile?> ForPostAsync(Post post, CancellationToken ct) =>
        post.File is { } file ? await session.LoadAsync<MediaFile>(file.Sha256, ct) : null;
}
