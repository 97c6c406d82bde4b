using JasperFx;

namespace Sovia.Library;

/// <summary>
/// The account of the request. There is only one account today; to support more, only the registration of this type must tell them apart,
/// because each request works in the library named here.
/// </summary>
/// <param name="Name">The account's name, as the history shows it.</param>
/// <param name="Library">The tenant ID of the account's library.</param>
public sealed record CurrentAccount(string Name, string Library)
{
    /// <summary>The only account; its library is the default tenant.</summary>
    public static CurrentAccount Default { get; } = new("You", StorageConstants.DefaultTenantId);
}
