using Sovia.Curation;

namespace Sovia.Api;

/// <summary>
/// A family in the format of 8xSovia's API: its root with all posts made from it as a flat list. Unknown values are null.
/// </summary>
internal sealed record MediaPostJson(
    Guid Id, Guid? UserId, DateTimeOffset? CreateTime, string? Prompt, string? OriginalPrompt, string? MediaType, string? MediaUrl,
    string? MimeType, string? ModelName, bool? LikeStatus,
    IReadOnlyList<MediaChildJson> ChildPosts)
{
    /// <summary>The similarity to the post of a similarity request; null in other responses.</summary>
    public double? SimilarityScore { get; init; }

    /// <summary>A description of the similarity; null if <see cref="SimilarityScore"/> is null.</summary>
    public string? SimilarityReason { get; init; }

    /// <summary>Converts a family. If its root was never imported, the oldest member takes the root's place.</summary>
    /// <param name="root">ID of the root.</param>
    /// <param name="members">The members, oldest first; at least one.</param>
    /// <param name="files">The base of file URLs.</param>
    public static MediaPostJson From(Guid root, IReadOnlyList<AnnotatedPost> members, string files)
    {
        var (first, annotation) = members.FirstOrDefault(member => member.Post.Id == root) ?? members[0];
        return new(
            first.Id, first.OwnerId, first.CreatedAt, first.Prompt, first.OriginalPrompt, MediaChildJson.FormatMediaType(first.Kind),
            MediaChildJson.GetMediaUrl(first, files), first.MimeType, first.Model,
            LikeRule.IsLiked(first, annotation),
            [.. members.Where(member => member.Post.Id != first.Id).Select(member => MediaChildJson.From(member.Post, first.Id, files))]);
    }
}
