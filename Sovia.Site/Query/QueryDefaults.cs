namespace Sovia.Query;

/// <summary>The order and the unit of an address that names none.</summary>
/// <param name="Sort">The order.</param>
/// <param name="Unit">The unit.</param>
public sealed record QueryDefaults(SortBy Sort, ListUnit Unit)
{
    /// <summary>Families, newest first: the defaults of the API, of stored queries, and of everybody who prefers nothing else.</summary>
    public static readonly QueryDefaults Standard = new(SortBy.DateDesc, ListUnit.Family);
}
