using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles;

/// <summary>Opens the bytes of a post, where a media root holds them.</summary>
public sealed class OpenMedia(IQuerySession session, FindBytes bytes)
{
    /// <summary>The bytes, or null for an unknown post and for one whose bytes are not here. The caller disposes the stream.</summary>
    public async Task<OpenedMedia?> OfPostAsync(Guid postId, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(postId, ct) is not { } post) return null;
        return await bytes.OfPostAsync(post, ct) is var (file, sha256) ? await OpenAsync(post, file, sha256, ct) : null;
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
