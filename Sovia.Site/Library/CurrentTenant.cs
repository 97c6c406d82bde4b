using Marten;

namespace Sovia.Library;

/// <summary>Whose library the request is about.</summary>
public sealed class CurrentTenant(IQuerySession session)
{
    /// <summary>The tenant's id.</summary>
    public string Id => session.TenantId;
}
