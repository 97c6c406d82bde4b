using System.Collections.Concurrent;
using Marten;
using Sovia.Index.Versions;

namespace Sovia.Collections;

/// <summary>Knows the collections of each library, and reads them again when they have changed, here or on another node.</summary>
public sealed class CollectionCache(ISessionFactory sessions, LibraryStateCache version)
{
    private readonly ConcurrentDictionary<string, CollectionTree> known = new();

    /// <summary>The collections of the current library as they are now.</summary>
    public async ValueTask<CollectionTree> GetCurrentAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var stamp = (await version.GetCurrentAsync(session.TenantId, ct)).CollectionStamp;
        if (stamp.Length == 0) return CollectionTree.Empty;
        if (known.TryGetValue(session.TenantId, out var tree) && tree.Stamp == stamp) return tree;
        // What is read may be newer than the stamp, never older: the next stamp has it read again.
        return known[session.TenantId] = new(await session.Query<Collection>().ToListAsync(ct), stamp);
    }
}
