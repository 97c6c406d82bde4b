using Marten;
using Sovia.Index.Writing;
using Sovia.Jobs;

namespace Sovia.Library.Rebuilding;

/// <summary>Rebuilds rows that an older version wrote in another format, once after the site has started.</summary>
public sealed partial class RebuildStaleJob(RebuildLibrary rebuildLibrary, ISessionFactory sessions, ILogger<RebuildStaleJob> logger)
    : StartupJob("rebuild")
{
    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await rebuildLibrary.RunAsync(staleOnly: true, null, ct, session.TenantId) is > 0 and var families) LogRebuilt(families);
        await IndexMaintenance.RunIfDueAsync(session, ct);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Upgraded the library of an earlier version: {Families} families were indexed again")]
    private partial void LogRebuilt(int families);
}
