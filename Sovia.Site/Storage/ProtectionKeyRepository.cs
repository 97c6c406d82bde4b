using System.Xml.Linq;
using Marten;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Sovia.Storage;

/// <summary>
/// Keeps data-protection keys in PostgreSQL: a form that was open while the site was replaced by a newer one, or that is
/// answered by another site behind the same proxy, still holds.
/// </summary>
internal sealed class ProtectionKeyRepository(IDocumentStore store) : IXmlRepository
{
    // The interface is synchronous; it is asked at start and then once in months, by whichever request comes first.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var session = store.QuerySession(CurrentLibrary.DefaultId);
        return [.. session.Query<ProtectionKey>().ToListAsync().GetAwaiter().GetResult().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var session = store.LightweightSession(CurrentLibrary.DefaultId);
        session.Store(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        session.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
