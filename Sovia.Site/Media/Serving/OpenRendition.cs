using Marten;
using Sovia.Library;

namespace Sovia.Media.Serving;

/// <summary>Opens the larger rendition or the audio track of a post.</summary>
public sealed class OpenRendition(IQuerySession session, LocalMedia media, ServedFileCache served)
{
    /// <summary>Opens the file; null if it is missing. The caller disposes the stream.</summary>
    public async Task<OpenedMedia?> ForPostAsync(Guid postId, MediaRendition mediaRendition, CancellationToken ct)
    {
        if (await served.GetOrFindAsync(session.TenantId, postId, mediaRendition, stop => FindAsync(postId, mediaRendition, stop), ct)
            is not { } found) return null;
        if (OpenedMedia.Open(found) is not { } opened) return null;
        var stem = Path.GetFileNameWithoutExtension(opened.Name);
        return opened with { Name = $"{stem}-{(mediaRendition == MediaRendition.Hd ? "hd" : "audio")}{opened.Type.Extension}" };
    }

    private async Task<ServedFile?> FindAsync(Guid postId, MediaRendition mediaRendition, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(postId, ct) is not { } post) return null;
        string?[] addresses = mediaRendition == MediaRendition.Hd ? [post.Hd1080Url, post.HdUrl] : [.. post.AudioUrls];
        var type = mediaRendition == MediaRendition.Hd ? post.MimeType : null;
        var (file, at) = addresses.Select((address, at) => (File: media.Find(address, type), At: at))
            .FirstOrDefault(found => found.File is not null);
        return file is not null && await file.DetectTypeAsync(ct) is { } shown
            ? new(postId, post.CreatedAt, file, shown, null) { PreferredUrls = [.. addresses.Take(at).Select(address => (address, type))] }
            : null;
    }
}
