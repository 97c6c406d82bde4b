using System.Xml.Linq;
using Marten;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Sovia.Storage;

/// <summary>
/// Stores data-protection keys in PostgreSQL, so that an open form stays valid when the site is upgraded or another site behind the same
/// proxy answers it.
/// </summary>
/// <param name="findStore">Returns the store. Not called before the database is ready.</param>
internal sealed class ProtectionKeyRepository(Func<IDocumentStore> findStore) : IXmlRepository
{
    // The interface is synchronous. The framework calls it at start and then once every few months, from whichever request comes first.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var session = findStore().QuerySession(CurrentLibrary.DefaultId);
        return [.. session.Query<ProtectionKey>().ToListAsync().GetAwaiter().GetResult().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var session = findStore().LightweightSession(CurrentLibrary.DefaultId);
        session.Store(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        session.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
