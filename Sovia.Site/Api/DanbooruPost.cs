using System.Buffers.Binary;
using System.IO.Hashing;
using Sovia.Curation;
using Sovia.Library;

namespace Sovia.Api;

/// <summary>A post in the format of Danbooru's API, limited to the properties that its clients read.</summary>
internal sealed record DanbooruPost(
    long Id, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, string Rating, int Score, int FavCount, bool IsFavorited, string? Source,
    string? FileUrl, string? LargeFileUrl, string? PreviewFileUrl,
    string? FileExt, long? FileSize, int? ImageWidth, int? ImageHeight, string TagString, string TagStringGeneral, string TagStringMeta,
    int TagCount, long? ParentId, bool HasChildren, Guid SoviaId, string? Prompt)
{
    /// <summary>Converts a post.</summary>
    /// <param name="annotatedPost">The post with its annotation.</param>
    /// <param name="site">The base of absolute URLs.</param>
    public static DanbooruPost From(AnnotatedPost annotatedPost, string site)
    {
        var (post, annotation) = annotatedPost;
        var isLiked = LikeRule.IsLiked(post, annotation) == true;
        var tags = (annotation?.Tags ?? []).Select(FormatTag).ToList();
        var metaTags = new[] { post.Kind == MediaKind.Video ? "video" : null, post.Model, post.Mode }.OfType<string>().Select(FormatTag)
            .ToList();
        var isSaved = post.File is { Missing: false };
        var (fileUrl, pictureUrl) = (isSaved ? $"{site}/files/{post.Id}" : null, isSaved ? $"{site}/files/{post.Id}" : null);
        return new(
            ToNumericId(post.Id), post.CreatedAt, post.CreatedAt, post.Restricted == true ? "q" : "g", annotation?.Rating ?? 0, isLiked ? 1
            : 0, isLiked, post.MediaUrl,
            fileUrl, pictureUrl is null ? null : $"{pictureUrl}/1024", pictureUrl is null ? null : $"{pictureUrl}/256",
            GetExtension(post), post.File?.Length, post.Size?.Width, post.Size?.Height, string.Join(' ', tags.Concat(metaTags)),
            string.Join(' ', tags), string.Join(' ', metaTags), tags.Count + metaTags.Count,
            post.ParentId is { } parentId ? ToNumericId(parentId) : null, HasChildren: false, post.Id, post.UserPrompt);
    }

    /// <summary>Formats a name as a Danbooru tag, with underscores for spaces.</summary>
    public static string FormatTag(string name) => string.Join('_', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Returns a numeric ID, because Danbooru's IDs are numbers: 53 bits of a hash, so that a JavaScript number holds it exactly. It cannot
    /// be converted back to the post's ID.
    /// </summary>
    public static long ToNumericId(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        Span<byte> hash = stackalloc byte[8];
        XxHash3.Hash(bytes, hash);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11);
    }

    private static string? GetExtension(Post post) => (post.File?.Mime ?? post.MimeType) switch
    {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "image/avif" => "avif",
        "video/mp4" => "mp4",
        "video/webm" => "webm",
        _ => post.Kind switch { MediaKind.Video => "mp4", MediaKind.Image => "jpg", _ => null },
    };
}
