using Sovia.Duplicates.Queue;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>A group as it is shown.</summary>
/// <param name="Id">The group.</param>
/// <param name="Title">What it is of, in words.</param>
/// <param name="BestId">The item that is proposed to be kept.</param>
/// <param name="ReturnCursor">Where the page begins in the queue, to return to; null for the top.</param>
/// <param name="Members">Its items, side by side.</param>
public sealed record DuplicateGroupView(Guid Id, string Title, Guid BestId, string? ReturnCursor,
    IReadOnlyList<DuplicateMemberView> Members)
{
    /// <summary>The view of a group.</summary>
    public static DuplicateGroupView FromGroup(QueuedGroup group, string? after, FfmpegTools tools) => new(
        group.Id, TitleOf(group), group.SuggestedPost.Post.Id, after,
        [.. group.Posts.Select(post => DuplicateMemberView.FromPost(post, group, tools))]);

    private static string TitleOf(QueuedGroup group)
    {
        var noun = group.Posts[0].Post.Kind == Sovia.Library.MediaKind.Video ? "videos" : "images";
        return group.IsIdentical ? $"{group.Posts.Count} byte-identical {noun}" : $"{group.Posts.Count} {noun} that look the same";
    }
}
