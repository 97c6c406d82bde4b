using Marten;
using Sovia.Import;
using Sovia.Library;

namespace Sovia.Demo;

/// <summary>Tells whether the demo is in the library.</summary>
public sealed class FindDemo(IQuerySession session)
{
    /// <summary>The demo's run, or null where there is no demo.</summary>
    public Task<ImportRun?> RunAsync(CancellationToken ct) => session.LoadAsync<ImportRun>(DemoIds.Run, ct);

    /// <summary>Whether the library has nothing in it, so that a demo may come.</summary>
    public async Task<bool> HasRoomAsync(CancellationToken ct) => !await session.Query<Post>().AnyAsync(ct);
}
