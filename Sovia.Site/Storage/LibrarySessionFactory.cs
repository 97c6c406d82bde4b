using Marten;

namespace Sovia.Storage;

/// <summary>
/// Opens every session of the site, on the library that the current work belongs to. Sessions are lightweight: they keep no copy of what
/// they loaded.
/// </summary>
internal sealed class LibrarySessionFactory(IDocumentStore store) : ISessionFactory
{
    /// <inheritdoc/>
    public IQuerySession QuerySession() => store.QuerySession(CurrentLibrary.Id);

    /// <inheritdoc/>
    public IDocumentSession OpenSession() => store.LightweightSession(CurrentLibrary.Id);
}
