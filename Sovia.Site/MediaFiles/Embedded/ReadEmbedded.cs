using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles.Embedded;

/// <summary>Tells what is written in a post's file.</summary>
public sealed class ReadEmbedded(IQuerySession session)
{
    /// <summary>What its maker wrote into it; null where nothing was, and where no file is known.</summary>
    public async Task<EmbeddedMetadata?> OfAsync(Post post, CancellationToken ct) =>
        post.File is { } file ? (await session.LoadAsync<MediaFile>(file.Sha256, ct))?.Embedded : null;
}
