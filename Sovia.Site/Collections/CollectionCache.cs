using System.Collections.Concurrent;
using Marten;
using Sovia.Index.Versions;

namespace Sovia.Collections;

/// <summary>Caches the collections of each library, and reloads them when they have changed, here or on another node.</summary>
public sealed class CollectionCache(ISessionFactory sessions, LibraryStateCache version)
{
    private readonly ConcurrentDictionary<string, CollectionTree> trees = new();

    /// <summary>Returns the current collections of the current library.</summary>
    public async ValueTask<CollectionTree> GetCurrentAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var stamp = (await version.GetCurrentAsync(session.TenantId, ct)).CollectionStamp;
        if (stamp.Length == 0) return CollectionTree.Empty;
        if (trees.TryGetValue(session.TenantId, out var tree) && tree.Stamp == stamp) return tree;
        // The collections may be newer than the stamp but never older, and the next stamp triggers another load.
        return trees[session.TenantId] = new(await session.Query<Collection>().ToListAsync(ct), stamp);
    }
}
