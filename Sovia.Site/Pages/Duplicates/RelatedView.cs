using Sovia.Duplicates.Related;
using Sovia.Library;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Pages.Duplicates;

/// <summary>Posts that are related to the one on a page, by how they are.</summary>
/// <param name="Lists">Each with its heading; none is empty.</param>
/// <param name="Joined">Where the clip and the one that continues it best are one file; null where nothing does.</param>
public sealed record RelatedView(string? Joined, IReadOnlyList<(string Heading, IReadOnlyList<RelatedView.Item> Items)> Lists)
{
    /// <summary>The view of what was found.</summary>
    public static RelatedView Of(Post post, RelatedPosts related, FrameTools tools) => new(
        tools.Available && related.After is [var next, ..] ? $"/files/joined?ids={post.Id},{next.Id}" : null,
        [.. new[] { ("Continues from", related.Before), ("Continued by", related.After), ("Variants", related.Variants) }
            .Where(list => list.Item2.Count > 0).Select(list => (list.Item1, (IReadOnlyList<Item>)[.. list.Item2.Select(post => ItemOf(post, tools))]))]);

    private static Item ItemOf(Post post, FrameTools tools) => new(
        post, post.UserPrompt ?? post.Caption ?? KindName.Of(post.Kind), Picture.Of(post.Id, post.Kind, post.File, false, tools));

    /// <summary>One of them.</summary>
    /// <param name="Post">The post.</param>
    /// <param name="Name">Its words, or what it is.</param>
    /// <param name="Picture">A small picture of it, or null.</param>
    public sealed record Item(Post Post, string Name, Picture? Picture);
}
