using Marten;
using Marten.Services;

namespace Sovia.Index.Versions;

/// <summary>
/// Invalidates the state on commit, before the notification arrives, so that users see their own changes immediately.
/// </summary>
public sealed class LibraryStateInvalidator(LibraryStateCache versions) : DocumentSessionListenerBase
{
    /// <inheritdoc/>
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        // Always invalidates, because families are written outside the session, so the session does not know whether any changed.
        versions.Invalidate(session.TenantId);
        return Task.CompletedTask;
    }
}
