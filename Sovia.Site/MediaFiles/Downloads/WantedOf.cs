using Sovia.Library;

namespace Sovia.MediaFiles.Downloads;

/// <summary>Which files a post still wants.</summary>
public static class WantedOf
{
    /// <summary>The files of a post that are named by an address, may be fetched, and are not here; each place once.</summary>
    /// <param name="post">The post.</param>
    /// <param name="roles">The roles that are asked for.</param>
    /// <param name="has">Whether the bytes of an address, with their stated type, are under a media root.</param>
    public static IEnumerable<Wanted> Post(Post post, IReadOnlyCollection<WantedRole> roles, Func<string, string?, bool> has) => post.IsStub ? [] :
        from stated in Stated(post)
        where roles.Contains(stated.Role) && !IsSafe(post, stated.Role)
        let address = MediaAddress.Of(stated.Url)
        where address is not null && !has(stated.Url!, stated.Mime)
        group new Wanted(post.Id, stated.Role, KindOf(post, stated.Role), address.Url, address.Host, address.Access, address.Target, Known(stated.Mime), SizeOf(post, stated.Role)) by address.Target into same
        select same.First();

    private static IEnumerable<(WantedRole Role, string? Url, string? Mime)> Stated(Post post)
    {
        yield return (WantedRole.Media, post.MediaUrl, post.MimeType);
        yield return (WantedRole.Hd, post.HdUrl, "video/mp4");
        yield return (WantedRole.Hd, post.Hd1080Url, "video/mp4");
        yield return (WantedRole.Thumbnail, post.ThumbnailUrl, null);
        foreach (var url in post.AudioUrls) yield return (WantedRole.Audio, url, "audio/flac");
    }

    private static bool IsSafe(Post post, WantedRole role) => role == WantedRole.Media && post.File is { Missing: false };

    private static MediaKind KindOf(Post post, WantedRole role) => role switch
    {
        WantedRole.Media => post.Kind,
        WantedRole.Hd => MediaKind.Video,
        WantedRole.Thumbnail => MediaKind.Image,
        _ => MediaKind.Unknown,
    };

    private static long? SizeOf(Post post, WantedRole role) => role == WantedRole.Media ? post.File?.Length : null;

    // A stated type goes into lists that programs read; what is not a type does not.
    private static string? Known(string? mime) => MediaType.ExtensionsOf(mime).Count > 0 ? mime!.Split(';')[0].Trim().ToLowerInvariant() : null;
}
