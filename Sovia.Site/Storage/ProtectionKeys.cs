using System.Xml.Linq;
using Marten;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Sovia.Storage;

/// <summary>
/// Keeps data-protection keys in PostgreSQL: a form that was open while the site was replaced by a newer one, or that is
/// answered by another site behind the same proxy, still holds.
/// </summary>
internal sealed class ProtectionKeys(ISessionFactory sessions) : IXmlRepository
{
    // The interface is synchronous; it is asked at start and then once in months.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var session = sessions.QuerySession();
        return [.. session.Query<ProtectionKey>().ToListAsync().GetAwaiter().GetResult().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var session = sessions.OpenSession();
        session.Store(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        session.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
