using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Opens the larger rendition or the sound track of a post.</summary>
public sealed class OpenCompanion(IQuerySession session, LocalMedia media, ServedFiles served)
{
    /// <summary>The bytes, or null where they are not here. The caller disposes the stream.</summary>
    public async Task<OpenedMedia?> OfPostAsync(Guid postId, Companion companion, CancellationToken ct)
    {
        if (await served.FindAsync(session.TenantId, postId, companion, stop => FindAsync(postId, companion, stop), ct) is not { } found) return null;
        if (OpenedMedia.Of(found) is not { } opened) return null;
        var stem = Path.GetFileNameWithoutExtension(opened.Name);
        return opened with { Name = $"{stem}-{(companion == Companion.Hd ? "hd" : "audio")}{opened.Type.Extension}" };
    }

    private async Task<ServedFile?> FindAsync(Guid postId, Companion companion, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(postId, ct) is not { } post) return null;
        string?[] addresses = companion == Companion.Hd ? [post.Hd1080Url, post.HdUrl] : [.. post.AudioUrls];
        var type = companion == Companion.Hd ? post.MimeType : null;
        var (file, at) = addresses.Select((address, at) => (File: media.Find(address, type), At: at)).FirstOrDefault(found => found.File is not null);
        return file is not null && await file.TypeAsync(ct) is { } shown
            ? new(postId, post.CreatedAt, file, shown, null) { Better = [.. addresses.Take(at).Select(address => (address, type))] }
            : null;
    }
}
