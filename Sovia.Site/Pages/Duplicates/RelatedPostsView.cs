using Sovia.Duplicates.Related;
using Sovia.Library;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>The posts related to the one on a page, grouped by relation.</summary>
/// <param name="Sections">The sections with their headings; none is empty.</param>
/// <param name="JoinedVideoUrl">The URL of the video joined with its best continuation; null if there is none.</param>
public sealed record RelatedPostsView(string? JoinedVideoUrl,
    IReadOnlyList<(string Heading, IReadOnlyList<RelatedPostsView.RelatedItem> Items)> Sections)
{
    /// <summary>Creates the view of related posts.</summary>
    public static RelatedPostsView FromRelated(Post post, RelatedPosts related, FfmpegTools tools) => new(
        tools.IsAvailable && related.After is [var next, ..] ? $"/files/joined?ids={post.Id},{next.Id}" : null,
        [.. new[] { ("Continues from", related.Before), ("Continued by", related.After), ("Variants", related.Variants) }
            .Where(section => section.Item2.Count > 0)
            .Select(section => (section.Item1, (IReadOnlyList<RelatedItem>)[.. section.Item2.Select(post => CreateItem(post, tools))]))]);

    private static RelatedItem CreateItem(Post post, FfmpegTools tools) => new(
        post, post.UserPrompt ?? post.Caption ?? MediaKindName.Format(post.Kind),
        Thumbnail.ForPost(post.Id, post.Kind, post.File, false, tools));

    /// <summary>A related post.</summary>
    /// <param name="Post">The post.</param>
    /// <param name="Name">Its text, or its kind.</param>
    /// <param name="Thumbnail">Its thumbnail, or null.</param>
    public sealed record RelatedItem(Post Post, string Name, Thumbnail? Thumbnail);
}
