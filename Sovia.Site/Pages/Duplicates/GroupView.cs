using Sovia.Duplicates.Queue;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Pages.Duplicates;

/// <summary>A group as it is shown.</summary>
/// <param name="Id">The group.</param>
/// <param name="Title">What it is of, in words.</param>
/// <param name="Best">The item that is proposed to be kept.</param>
/// <param name="After">Where the page begins in the queue, to return to; null for the top.</param>
/// <param name="Members">Its items, side by side.</param>
public sealed record GroupView(Guid Id, string Title, Guid Best, string? After, IReadOnlyList<MemberView> Members)
{
    /// <summary>The view of a group.</summary>
    public static GroupView Of(QueuedGroup group, string? after, FrameTools tools) => new(
        group.Id, TitleOf(group), group.Best.Post.Id, after, [.. group.Posts.Select(post => MemberView.Of(post, group, tools))]);

    private static string TitleOf(QueuedGroup group)
    {
        var noun = group.Posts[0].Post.Kind == Library.MediaKind.Video ? "videos" : "images";
        return group.IsIdentical ? $"{group.Posts.Count} byte-identical {noun}" : $"{group.Posts.Count} {noun} that look the same";
    }
}
