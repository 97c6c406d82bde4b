using Sovia.Curation;
using Sovia.Library;

namespace Sovia.Api;

/// <summary>
/// A family as 8xSovia's API shows it: its root with all that was made from it, on one level. What nobody stated is null.
/// </summary>
internal sealed record MediaPostJson(
    Guid Id, Guid? UserId, DateTimeOffset? CreateTime, string? Prompt, string? OriginalPrompt, string? MediaType, string? MediaUrl,
    string? MimeType, string? ModelName, bool? LikeStatus,
    IReadOnlyList<MediaChildJson> ChildPosts)
{
    /// <summary>How like it is to what was asked about; null where it was found by something else than words.</summary>
    public double? SimilarityScore { get; init; }

    /// <summary>Why it is like that, in words.</summary>
    public string? SimilarityReason { get; init; }

    /// <summary>The family of some posts. Where nobody has shown its root, the oldest of them stands for it.</summary>
    /// <param name="root">The root's id.</param>
    /// <param name="posts">Its members, the oldest first; one at least.</param>
    /// <param name="annotations">What users decided about them.</param>
    /// <param name="files">What addresses of files begin with.</param>
    public static MediaPostJson From(Guid root, IReadOnlyList<Post> posts, IReadOnlyDictionary<Guid, Annotation> annotations, string files)
    {
        var first = posts.FirstOrDefault(post => post.Id == root) ?? posts[0];
        return new(
            first.Id, first.OwnerId, first.CreatedAt, first.Prompt, first.OriginalPrompt, MediaChildJson.FormatMediaType(first.Kind),
            MediaChildJson.GetMediaUrl(first, files), first.MimeType, first.Model,
            LikeRule.IsLiked(first, annotations.GetValueOrDefault(first.Id)),
            [.. posts.Where(post => post != first).Select(post => MediaChildJson.From(post, first.Id, files))]);
    }
}
