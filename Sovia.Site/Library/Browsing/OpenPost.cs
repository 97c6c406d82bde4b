using Marten;
using Sovia.Index;
using Sovia.Library.Families;
using Sovia.Library.Writing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Reads one post with its family and its neighbours in the list it was opened from.</summary>
public sealed class OpenPost(IQuerySession session, BrowseLibrary browse)
{
    /// <summary>The post alone, or null where the library has none of that id.</summary>
    public Task<Post?> LoadAsync(Guid id, CancellationToken ct) => session.LoadAsync<Post>(id, ct);

    /// <summary>The post with those members of its family that are shown as it is, or null where the library has none of that id.</summary>
    public async Task<FamilyView?> OpenAsync(Guid id, ResolvedQuery list, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(id, ct) is not { } post) return null;
        var rootId = post.RootId;
        // Read beside the family: they need no session, but where a shuffled list is asked for a place in it.
        var beside = list.Order == SortBy.Random ? null : browse.ReadNeighboursAsync(list, id, ct);
        var posts = await PostDocumentReader.ReadWithoutSourcesAsync(session, [rootId], ct);
        var aside = await UnlistedPostReader.ReadAsync(session, [.. posts.Select(member => member.Id)], ct);
        var visibility = aside.GetValueOrDefault(id);
        // A stub is in no part once what was made from it is aside.
        if (FamilyPart.Split([.. posts], aside).FirstOrDefault(part => part.Visibility == visibility) is not { } part) return null;
        var family = visibility == Visibility.Visible ? await session.LoadAsync<Family>(rootId, ct) : FamilyBuilder.Build(part.Posts);
        if (family is null) return null;
        var (above, below) = await (beside ?? browse.ReadNeighboursAsync(list, id, ct));
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
