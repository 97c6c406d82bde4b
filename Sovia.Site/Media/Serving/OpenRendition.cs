using Marten;
using Sovia.Library;

namespace Sovia.Media.Serving;

/// <summary>Opens the larger rendition or the audio track of a post.</summary>
public sealed class OpenRendition(IQuerySession session, MediaFileLocator media, ServedFileCache served)
{
    /// <summary>Opens the file; null if it is missing. The caller disposes the stream.</summary>
    public async Task<OpenedMedia?> ForPostAsync(Guid postId, MediaRendition mediaRendition, CancellationToken ct)
    {
        if (await served.GetOrFindAsync(session.TenantId, postId, mediaRendition, token => FindAsync(postId, mediaRendition, token), ct)
            is not { } file) return null;
        if (OpenedMedia.Open(file) is not { } opened) return null;
        var stem = Path.GetFileNameWithoutExtension(opened.Name);
        return opened with { Name = $"{stem}-{(mediaRendition == MediaRendition.Hd ? "hd" : "audio")}{opened.Type.Extension}" };
    }

    private async Task<ServedFile?> FindAsync(Guid postId, MediaRendition mediaRendition, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(postId, ct) is not { } post) return null;
        string?[] urls = mediaRendition == MediaRendition.Hd ? [post.Hd1080Url, post.HdUrl] : [.. post.AudioUrls];
        var mimeType = mediaRendition == MediaRendition.Hd ? post.MimeType : null;
        var (file, index) = urls.Select((url, at) => (File: media.Find(url, mimeType), At: at))
            .FirstOrDefault(candidate => candidate.File is not null);
        return file is not null && await file.DetectTypeAsync(ct) is { } detectedType
            ? new(postId, post.CreatedAt, file, detectedType, null) { PreferredUrls = [.. urls.Take(index).Select(url => (url, mimeType))] }
            : null;
    }
}
