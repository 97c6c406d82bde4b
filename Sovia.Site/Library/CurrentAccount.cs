using JasperFx;

namespace Sovia.Library;

/// <summary>
/// Whose request this is. Today there is one account; when there are more, what registers this is the one place that tells them apart: each
/// request works in the library that is named here.
/// </summary>
/// <param name="Name">The account's name, as the history shows it.</param>
/// <param name="Library">The tenant id of its library.</param>
public sealed record CurrentAccount(string Name, string Library)
{
    /// <summary>The only account; its library is the tenant that is there without being named.</summary>
    public static CurrentAccount Default { get; } = new("You", StorageConstants.DefaultTenantId);
}
