using Marten;
using Sovia.Caching;
using Sovia.Import;
using Sovia.Index.Versions;
using Sovia.Library;

namespace Sovia.Demo;

/// <summary>Tells whether the demo is in the library.</summary>
public sealed class FindDemo(IDocumentStore store, IQuerySession session, LibraryStateCache versions, LocalCache cache)
{
    /// <summary>The demo's run, or null where there is no demo.</summary>
    public Task<ImportRun?> FindRunAsync(CancellationToken ct) => session.LoadAsync<ImportRun>(DemoIds.Run, ct);

    /// <summary>Whether there is a demo. Asked for with every page, so it is known as long as the library does not change.</summary>
    public async Task<bool> ExistsAsync(CancellationToken ct)
    {
        var tenant = session.TenantId;
        var state = await versions.GetCurrentAsync(tenant, ct);
        return await cache.GetOrCreateAsync((nameof(FindDemo), tenant, state.ContentStamp), CreateCheck(store, tenant), _ => sizeof(bool),
            ct);
    }

    // Others may wait for it when this request and its session are over, so that it opens one of its own.
    private static Func<CancellationToken, Task<bool>> CreateCheck(IDocumentStore store, string tenant) => async ct =>
    {
        await using var session = store.QuerySession(tenant);
        return await session.LoadAsync<ImportRun>(DemoIds.Run, ct) is not null;
    };

    /// <summary>Whether the library has nothing in it, so that a demo may come.</summary>
    public async Task<bool> IsLibraryEmptyAsync(CancellationToken ct) => !await session.Query<Post>().AnyAsync(ct);
}
