using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles;

/// <summary>Opens the bytes of a post, where a media root holds them.</summary>
public sealed class OpenMedia(IQuerySession session, LocalMedia media, KnownRoots roots)
{
    /// <summary>The bytes, or null for an unknown post and for one whose bytes are not here. The caller disposes the stream.</summary>
    public async Task<OpenedMedia?> OfPostAsync(Guid postId, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(postId, ct) is not { } post) return null;
        if (post.File is { } known && await FindAsync(known.Sha256, ct) is { } matched) return await OpenAsync(post, matched, known.Sha256, ct);
        return media.Find(post.MediaUrl, post.MimeType) is { } file ? await OpenAsync(post, file, null, ct) : null;
    }

    // A file that has changed since it was read holds something else by now: its hash must not vouch for it.
    private async Task<LocalFile?> FindAsync(string sha256, CancellationToken ct)
    {
        foreach (var location in await session.Query<FileLocation>().Where(location => location.Sha256 == sha256).ToListAsync(ct))
            if (await roots.HasAsync(session, location.Root, ct)
                && LocalMedia.At(location.Root, location.Path) is { } file
                && file.Length == location.Length && file.ModifiedAt.UtcTicks == location.ModifiedTicks)
                return file;
        return null;
    }

    private static async Task<OpenedMedia?> OpenAsync(Post post, LocalFile file, string? sha256, CancellationToken ct)
    {
        FileStream? bytes = null;
        try
        {
            bytes = file.Open();
            var head = new byte[MediaType.HeadLength];
            var read = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            bytes.Position = 0;
            var opened = OpenedMedia.Of(post, file, MediaType.Of(head.AsSpan(0, read)), bytes);
            return sha256 is null ? opened : opened with { Version = sha256 };
        }
        catch (Exception exception)
        {
            if (bytes is not null) await bytes.DisposeAsync();

            // Between looking and opening it went away: the same as never having been here.
            if (exception is IOException or UnauthorizedAccessException) return null;
            throw;
        }
    }
}
