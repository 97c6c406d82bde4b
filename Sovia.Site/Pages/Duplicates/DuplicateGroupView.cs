using Sovia.Duplicates.Queue;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Duplicates;

/// <summary>The view model of a duplicate group.</summary>
/// <param name="Id">The group.</param>
/// <param name="Title">The display title.</param>
/// <param name="BestId">The item suggested to keep.</param>
/// <param name="ReturnCursor">The cursor of the queue page to return to; null for the first page.</param>
/// <param name="Members">The items, side by side.</param>
public sealed record DuplicateGroupView(Guid Id, string Title, Guid BestId, string? ReturnCursor,
    IReadOnlyList<DuplicateMemberView> Members)
{
    /// <summary>Creates the view of a group.</summary>
    public static DuplicateGroupView FromGroup(QueuedGroup group, string? after, FfmpegTools tools) => new(
        group.Id, GetTitle(group), group.SuggestedPost.Post.Id, after,
        [.. group.Posts.Select(post => DuplicateMemberView.FromPost(post, group, tools))]);

    private static string GetTitle(QueuedGroup group)
    {
        var noun = group.Posts[0].Post.Kind == Sovia.Library.MediaKind.Video ? "videos" : "images";
        return group.IsIdentical ? $"{group.Posts.Count} byte-identical {noun}" : $"{group.Posts.Count} {noun} that look the same";
    }
}
