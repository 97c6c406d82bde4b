using Sovia.Library;
using Sovia.Metadata;

namespace Sovia.Downloads;

/// <summary>Lists the files that a post is missing.</summary>
public static class MissingFileSelector
{
    /// <summary>
    /// Returns the files of a post that have an allowed URL and are missing or damaged, at most one per target path.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="roles">The requested roles.</param>
    /// <param name="has">Returns whether a media file exists under a media root at the path of a URL with this stated type.</param>
    /// <param name="isTaken">Returns whether any file exists at that path. Defaults to <paramref name="has"/>.</param>
    public static IEnumerable<MissingFile> ForPost(Post post, IReadOnlyCollection<DownloadRole> roles, Func<string, string?, bool> has,
        Func<string, string?, bool>? isTaken = null) => post.IsStub ? [] :
        from candidate in GetCandidates(post)
        where roles.Contains(candidate.Role) && !IsSafe(post, candidate.Role)
        let url = DownloadUrl.Parse(candidate.Url)
        where url is not null && (IsDamaged(post, candidate.Role) || !has(candidate.Url!, candidate.Mime))
        let target = (isTaken ?? has)(candidate.Url!, candidate.Mime) ? BuildAlternativePath(url.Target, post) : url.Target
        group new MissingFile(post.Id, candidate.Role, GetKind(post, candidate.Role), url.Url, url.Host, url.Access, target,
            GetKnownMime(candidate.Mime), GetSize(post, candidate.Role)) by target into same
        select same.First();

    private static IEnumerable<(DownloadRole Role, string? Url, string? Mime)> GetCandidates(Post post)
    {
        yield return (DownloadRole.Media, post.MediaUrl, post.MimeType);
        yield return (DownloadRole.Hd, post.HdUrl, "video/mp4");
        yield return (DownloadRole.Hd, post.Hd1080Url, "video/mp4");
        yield return (DownloadRole.Thumbnail, post.ThumbnailUrl, null);
        foreach (var url in post.AudioUrls) yield return (DownloadRole.Audio, url, "audio/flac");
    }

    private static bool IsSafe(Post post, DownloadRole role) => role == DownloadRole.Media && post.Safety == FileStatus.Safe;

    private static bool IsDamaged(Post post, DownloadRole role) => role == DownloadRole.Media && post.Safety == FileStatus.Damaged;

    // Damaged and non-media files are not overwritten: programs would take a partly written file for a finished one, and the old file may
    // be the only copy left. The new file gets a name beside it that is stable until another damaged file is found.
    private static string BuildAlternativePath(string target, Post post)
    {
        var nameStart = target.LastIndexOf('/') + 1;
        var extensionStart = target.LastIndexOf('.') is var dotIndex && dotIndex > nameStart ? dotIndex : target.Length;
        return $"{target[..extensionStart]}.again{(post.File is { } damagedFile ? $"-{damagedFile.Sha256[..8]}" : "")}{target[extensionStart..]}";
    }

    private static MediaKind GetKind(Post post, DownloadRole role) => role switch
    {
        DownloadRole.Media => post.Kind,
        DownloadRole.Hd => MediaKind.Video,
        DownloadRole.Thumbnail => MediaKind.Image,
        _ => MediaKind.Unknown,
    };

    private static long? GetSize(Post post, DownloadRole role) =>
        role == DownloadRole.Media && !IsDamaged(post, role) ? post.File?.Length : null;

    // Returns only known MIME types, because programs read them from the lists.
    private static string? GetKnownMime(string? mime) =>
        MediaType.GetExtensions(mime).Count > 0 ? mime!.Split(';')[0].Trim().ToLowerInvariant() : null;
}
