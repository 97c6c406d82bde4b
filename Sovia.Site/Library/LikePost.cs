using Marten;

namespace Sovia.Library;

/// <summary>Likes a post, or takes that back.</summary>
public sealed class LikePost(ISessionFactory sessions, TimeProvider clock)
{
    /// <summary>Sets what the user thinks of a post; saying it twice changes nothing.</summary>
    /// <returns>What is liked now, or null where the library has no post of that id.</returns>
    public async Task<LikedPost?> SetAsync(Guid id, bool liked, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryTurn.TakeAsync(session, ct);
        if (await session.LoadAsync<Post>(id, ct) is not { IsStub: false } post) return null;
        if (post.Liked == liked && post.OwnLike?.Liked == liked) return await NowAsync(session, post, ct);
        var changed = post with { Liked = liked, OwnLike = new(liked, Microseconds.Of(clock.GetUtcNow())) };
        session.Store(changed);
        await RefreshFamilies.OfAsync(session, [changed], [], ct);
        await session.SaveChangesAsync(ct);
        return await NowAsync(session, changed, ct);
    }

    private static async Task<LikedPost> NowAsync(IQuerySession session, Post post, CancellationToken ct) =>
        new(post.Id, post.Liked, (await session.LoadAsync<Family>(post.RootId, ct))?.Liked);
}
