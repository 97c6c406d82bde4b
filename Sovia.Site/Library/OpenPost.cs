using Marten;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Reads one post with its family and its neighbours in the list it was opened from.</summary>
public sealed class OpenPost(IQuerySession session, BrowseLibrary browse)
{
    /// <summary>The post in its family, or null where the library has none of that id.</summary>
    public async Task<FamilyView?> ByIdAsync(Guid id, Listing list, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(id, ct) is not { } post) return null;
        var rootId = post.RootId;
        if (await session.LoadAsync<Family>(rootId, ct) is not { } family) return null;
        var posts = await session.Query<Post>().Where(member => member.RootId == rootId).ToListAsync(ct);
        var (above, below) = await browse.NeighboursAsync(list, id, ct);
        return new(
            post,
            family,
            [.. posts.OrderBy(member => member.Id != rootId).ThenBy(member => member.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(member => member.Id)],
            above,
            below);
    }
}
