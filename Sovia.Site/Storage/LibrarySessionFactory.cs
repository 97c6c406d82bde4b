using Marten;

namespace Sovia.Storage;

/// <summary>
/// Opens all sessions of the site, on the current library. Sessions are lightweight: they do not track what they load.
/// </summary>
internal sealed class LibrarySessionFactory(IDocumentStore store) : ISessionFactory
{
    /// <inheritdoc/>
    public IQuerySession QuerySession() => store.QuerySession(CurrentLibrary.Id);

    /// <inheritdoc/>
    public IDocumentSession OpenSession() => store.LightweightSession(CurrentLibrary.Id);
}
