using Marten;
using Sovia.Caching;
using Sovia.Import;
using Sovia.Index.Versions;
using Sovia.Library;

namespace Sovia.Demo;

/// <summary>Finds the demo in the library.</summary>
public sealed class FindDemo(IDocumentStore store, IQuerySession session, LibraryStateCache versions, LocalCache cache)
{
    /// <summary>Loads the demo's import run; null if there is no demo.</summary>
    public Task<ImportRun?> FindRunAsync(CancellationToken ct) => session.LoadAsync<ImportRun>(DemoIds.Run, ct);

    /// <summary>Returns whether there is a demo. The result is cached until the library changes, because every page needs it.</summary>
    public async Task<bool> ExistsAsync(CancellationToken ct)
    {
        var tenant = session.TenantId;
        var state = await versions.GetCurrentAsync(tenant, ct);
        return await cache.GetOrCreateAsync((nameof(FindDemo), tenant, state.ContentStamp), CreateCheck(store, tenant), _ => sizeof(bool),
            ct);
    }

    // Opens its own session, because other callers may still wait when this request and its session have ended.
    private static Func<CancellationToken, Task<bool>> CreateCheck(IDocumentStore store, string tenant) => async ct =>
    {
        await using var session = store.QuerySession(tenant);
        return await session.LoadAsync<ImportRun>(DemoIds.Run, ct) is not null;
    };

    /// <summary>Returns whether the library is empty, so that a demo can be added.</summary>
    public async Task<bool> IsLibraryEmptyAsync(CancellationToken ct) => !await session.Query<Post>().AnyAsync(ct);
}
