using Marten;

namespace Sovia.Library;

/// <summary>The library of the request.</summary>
public sealed class CurrentTenant(IQuerySession session)
{
    /// <summary>The tenant ID.</summary>
    public string Id => session.TenantId;
}
