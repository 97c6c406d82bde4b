using Marten;
using Sovia.Library;

namespace Sovia.Media;

/// <summary>Tells what is known of the file of a post.</summary>
public sealed class FindMediaFile(IQuerySession session)
{
    /// <summary>The content, with what was found out about it and what its maker wrote into it; null where no file is known.</summary>
    public async Task<MediaFile?> ForPostAsync(Post post, CancellationToken ct) =>
        post.File is { } file ? await session.LoadAsync<MediaFile>(file.Sha256, ct) : null;
}
