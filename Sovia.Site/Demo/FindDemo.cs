using Marten;
using Sovia.Caching;
using Sovia.Import;
using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Demo;

/// <summary>Tells whether the demo is in the library.</summary>
public sealed class FindDemo(IQuerySession session, LibraryVersion versions, LocalCache cache)
{
    /// <summary>The demo's run, or null where there is no demo.</summary>
    public Task<ImportRun?> RunAsync(CancellationToken ct) => session.LoadAsync<ImportRun>(DemoIds.Run, ct);

    /// <summary>Whether there is a demo. Asked for with every page, so it is known as long as the library does not change.</summary>
    public async Task<bool> IsThereAsync(CancellationToken ct)
    {
        var state = await versions.CurrentAsync(session.TenantId, ct);
        return await cache.GetAsync((nameof(FindDemo), session.TenantId, state.Version), async _ => await RunAsync(CancellationToken.None) is not null, _ => 0, ct);
    }

    /// <summary>Whether the library has nothing in it, so that a demo may come.</summary>
    public async Task<bool> HasRoomAsync(CancellationToken ct) => !await session.Query<Post>().AnyAsync(ct);
}
