using Marten;
using Sovia.Index;
using Sovia.Library.Families;
using Sovia.Library.Writing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Reads a post with its family and its neighbours in the list that it was opened from.</summary>
public sealed class OpenPost(IQuerySession session, BrowseLibrary browse, FindHideFilterMatches hidden)
{
    /// <summary>Returns the post alone, or null if the library has no post with that ID.</summary>
    public Task<Post?> LoadAsync(Guid id, CancellationToken ct) => session.LoadAsync<Post>(id, ct);

    /// <summary>
    /// Returns the post with the family members that have the same visibility, or null if the library has no post with that ID.
    /// </summary>
    public async Task<FamilyView?> OpenAsync(Guid id, ResolvedQuery list, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(id, ct) is not { } post) return null;
        var rootId = post.RootId;
        // Runs in parallel with the family, because it needs no session, except for the position in a shuffled list.
        var neighboursTask = list.Order == SortBy.Random ? null : browse.ReadNeighboursAsync(list, id, ct);
        var posts = await PostDocumentReader.ReadWithoutSourcesAsync(session, [rootId], ct);
        var hiddenIds = await hidden.FindPostsAsync([.. posts.Select(member => member.Id)], ct);
        if (hiddenIds.Count > 0) posts = [.. posts.Where(member => !hiddenIds.Contains(member.Id))];
        var visibilityById = await UnlistedPostReader.ReadAsync(session, [.. posts.Select(member => member.Id)], ct);
        var visibility = visibilityById.GetValueOrDefault(id);
        // A stub is in no part if everything made from it is unlisted.
        if (FamilyPart.Split([.. posts], visibilityById).FirstOrDefault(part => part.Visibility == visibility) is not { } part) return null;
        var family = visibility == Visibility.Visible ? await session.LoadAsync<Family>(rootId, ct) : FamilyBuilder.Build(part.Posts);
        if (family is null) return null;
        var (above, below) = await (neighboursTask ?? browse.ReadNeighboursAsync(list, id, ct));
        return new(
            post,
            family,
            [.. part.Posts.OrderBy(member => member.Id != rootId).ThenBy(member => member.CreatedAt ?? DateTimeOffset.MaxValue)
                .ThenBy(member => member.Id)],
            above,
            below,
            visibility);
    }
}
