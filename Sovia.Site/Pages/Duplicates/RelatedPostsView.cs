using Sovia.Duplicates.Related;
using Sovia.Library;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>Posts that are related to the one on a page, by how they are.</summary>
/// <param name="Sections">Each with its heading; none is empty.</param>
/// <param name="JoinedVideoUrl">Where the clip and the one that continues it best are one file; null where nothing does.</param>
public sealed record RelatedPostsView(string? JoinedVideoUrl,
    IReadOnlyList<(string Heading, IReadOnlyList<RelatedPostsView.RelatedItem> Items)> Sections)
{
    /// <summary>The view of what was found.</summary>
    public static RelatedPostsView FromRelated(Post post, RelatedPosts related, FfmpegTools tools) => new(
        tools.IsAvailable && related.After is [var next, ..] ? $"/files/joined?ids={post.Id},{next.Id}" : null,
        [.. new[] { ("Continues from", related.Before), ("Continued by", related.After), ("Variants", related.Variants) }
            .Where(list => list.Item2.Count > 0)
            .Select(list => (list.Item1, (IReadOnlyList<RelatedItem>)[.. list.Item2.Select(post => ItemOf(post, tools))]))]);

    private static RelatedItem ItemOf(Post post, FfmpegTools tools) => new(
        post, post.UserPrompt ?? post.Caption ?? MediaKindName.Format(post.Kind),
        Thumbnail.ForPost(post.Id, post.Kind, post.File, false, tools));

    /// <summary>One of them.</summary>
    /// <param name="Post">The post.</param>
    /// <param name="Name">Its words, or what it is.</param>
    /// <param name="Thumbnail">A small picture of it, or null.</param>
    public sealed record RelatedItem(Post Post, string Name, Thumbnail? Thumbnail);
}
