using Marten;
using Marten.Services;

namespace Sovia.Index.Versions;

/// <summary>Lets this site know of its own changes at once, before it hears of them: who has just changed something sees it.</summary>
public sealed class LibraryStateInvalidator(LibraryStateCache versions) : DocumentSessionListenerBase
{
    /// <inheritdoc/>
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        // Families are written past the session, so that it cannot tell whether there were any.
        versions.Invalidate(session.TenantId);
        return Task.CompletedTask;
    }
}
