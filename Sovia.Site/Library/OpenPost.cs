using Marten;

namespace Sovia.Library;

/// <summary>Reads one post with its family and its neighbours in the gallery.</summary>
public sealed class OpenPost(IQuerySession session)
{
    /// <summary>The post in its family, or null where the library has none of that id.</summary>
    public async Task<FamilyView?> ByIdAsync(Guid id, CancellationToken ct)
    {
        if (await session.LoadAsync<Post>(id, ct) is not { } post) return null;
        var rootId = post.RootId;
        if (await session.LoadAsync<Family>(rootId, ct) is not { } family) return null;
        var posts = await session.Query<Post>().Where(member => member.RootId == rootId).ToListAsync(ct);
        var place = Cursor.Of(family);
        return new(
            post,
            family,
            [.. posts.OrderBy(member => member.Id != rootId).ThenBy(member => member.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(member => member.Id)],
            await session.Query<Family>().Above(place).FirstOrDefaultAsync(ct),
            await session.Query<Family>().Below(place).FirstOrDefaultAsync(ct));
    }
}
