using Marten;
using Sovia.Library;

namespace Sovia.Media;

/// <summary>Finds a readable file with given content: at a scanned location, or else at the path derived from a post's URL.</summary>
public sealed class FindLocalFile(IQuerySession session, MediaFileLocator media, AllMediaRoots roots)
{
    /// <summary>Returns a file with the content of a post, and its hash if a scan recorded it; null if there is no file.</summary>
    public async Task<(LocalFile File, string? Sha256)?> ForPostAsync(Post post, CancellationToken ct)
    {
        if (post.File is { } postFile && await ByHashAsync(postFile.Sha256, ct) is { } scannedFile) return (scannedFile, postFile.Sha256);
        return media.Find(post.MediaUrl, post.MimeType) is { } file ? (file, null) : null;
    }

    /// <summary>Returns a file with this content, or null if no scan recorded one or all are gone.</summary>
    /// <remarks>Skips a file that has changed since it was read, because its recorded hash no longer applies.</remarks>
    public async Task<LocalFile?> ByHashAsync(string sha256, CancellationToken ct)
    {
        foreach (var location in await session.Query<FileLocation>().Where(location => location.Sha256 == sha256).ToListAsync(ct))
            if (await roots.ContainsAsync(session, location.Root, ct)
                && MediaFileLocator.FindAt(location.Root, location.Path) is { } file
                && file.Length == location.Length && file.ModifiedAt.UtcTicks == location.ModifiedTicks)
                return file;
        return null;
    }
}
