using Marten;
using Sovia.Library;

namespace Sovia.Media;

/// <summary>Finds a readable file that holds certain bytes: where a scan has met them, else at the place of a post's address.</summary>
public sealed class FindLocalFile(IQuerySession session, LocalMedia media, AllMediaRoots roots)
{
    /// <summary>A file with the content of a post, and the hash where a scan has told it; null where none is here.</summary>
    public async Task<(LocalFile File, string? Sha256)?> ForPostAsync(Post post, CancellationToken ct)
    {
        if (post.File is { } known && await ByHashAsync(known.Sha256, ct) is { } matched) return (matched, known.Sha256);
        return media.Find(post.MediaUrl, post.MimeType) is { } file ? (file, null) : null;
    }

    /// <summary>A file with this content; null where a scan has met none or all are gone.</summary>
    /// <remarks>A file that has changed since it was read holds something else by now: its hash must not vouch for it.</remarks>
    public async Task<LocalFile?> ByHashAsync(string sha256, CancellationToken ct)
    {
        foreach (var location in await session.Query<FileLocation>().Where(location => location.Sha256 == sha256).ToListAsync(ct))
            if (await roots.ContainsAsync(session, location.Root, ct)
                && LocalMedia.FindAt(location.Root, location.Path) is { } file
                && file.Length == location.Length && file.ModifiedAt.UtcTicks == location.ModifiedTicks)
                return file;
        return null;
    }
}
