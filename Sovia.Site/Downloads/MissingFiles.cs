using Sovia.Library;
using Sovia.Metadata;

namespace Sovia.Downloads;

/// <summary>Which files a post still wants.</summary>
public static class MissingFiles
{
    /// <summary>
    /// The files of a post that are named by an address, may be fetched, and are not here, or not whole; each place once.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="roles">The roles that are asked for.</param>
    /// <param name="has">Whether media lie at the place of an address, with its stated type, under a media root.</param>
    /// <param name="isTaken">Whether anything at all lies there; what nobody told of is taken where it has media.</param>
    public static IEnumerable<MissingFile> ForPost(Post post, IReadOnlyCollection<DownloadRole> roles, Func<string, string?, bool> has,
        Func<string, string?, bool>? isTaken = null) => post.IsStub ? [] :
        from stated in Stated(post)
        where roles.Contains(stated.Role) && !IsSafe(post, stated.Role)
        let address = DownloadUrl.Parse(stated.Url)
        where address is not null && (IsDamaged(post, stated.Role) || !has(stated.Url!, stated.Mime))
        let target = (isTaken ?? has)(stated.Url!, stated.Mime) ? Beside(address.Target, post) : address.Target
        group new MissingFile(post.Id, stated.Role, KindOf(post, stated.Role), address.Url, address.Host, address.Access, target,
            Known(stated.Mime), SizeOf(post, stated.Role)) by target into same
        select same.First();

    private static IEnumerable<(DownloadRole Role, string? Url, string? Mime)> Stated(Post post)
    {
        yield return (DownloadRole.Media, post.MediaUrl, post.MimeType);
        yield return (DownloadRole.Hd, post.HdUrl, "video/mp4");
        yield return (DownloadRole.Hd, post.Hd1080Url, "video/mp4");
        yield return (DownloadRole.Thumbnail, post.ThumbnailUrl, null);
        foreach (var url in post.AudioUrls) yield return (DownloadRole.Audio, url, "audio/flac");
    }

    private static bool IsSafe(Post post, DownloadRole role) => role == DownloadRole.Media && post.Safety == FileStatus.Safe;

    private static bool IsDamaged(Post post, DownloadRole role) => role == DownloadRole.Media && post.Safety == FileStatus.Damaged;

    // What is damaged, or no media, is not written over: programs would take it for done, and it may be all that is left. The new file lies
    // beside it, under a name that stays the same until something else is found damaged.
    private static string Beside(string target, Post post)
    {
        var name = target.LastIndexOf('/') + 1;
        var end = target.LastIndexOf('.') is var dot && dot > name ? dot : target.Length;
        return $"{target[..end]}.again{(post.File is { } damaged ? $"-{damaged.Sha256[..8]}" : "")}{target[end..]}";
    }

    private static MediaKind KindOf(Post post, DownloadRole role) => role switch
    {
        DownloadRole.Media => post.Kind,
        DownloadRole.Hd => MediaKind.Video,
        DownloadRole.Thumbnail => MediaKind.Image,
        _ => MediaKind.Unknown,
    };

    private static long? SizeOf(Post post, DownloadRole role) =>
        role == DownloadRole.Media && !IsDamaged(post, role) ? post.File?.Length : null;

    // A stated type goes into lists that programs read; what is not a type does not.
    private static string? Known(string? mime) =>
        MediaType.GetExtensions(mime).Count > 0 ? mime!.Split(';')[0].Trim().ToLowerInvariant() : null;
}
