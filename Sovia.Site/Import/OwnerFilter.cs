namespace Sovia.Import;

/// <summary>Selects the accounts whose posts are imported. Posts of unknown owner are always imported.</summary>
/// <param name="Only">The only account; null for all.</param>
/// <param name="Excluded">Accounts to leave out.</param>
public sealed record OwnerFilter(Guid? Only, IReadOnlyCollection<Guid> Excluded)
{
    /// <summary>Includes all accounts.</summary>
    public static readonly OwnerFilter All = new(null, []);

    /// <summary>Returns whether posts of an account are imported.</summary>
    public bool Includes(Guid? owner) => owner is not { } id || ((Only is null || Only == id) && !Excluded.Contains(id));
}
