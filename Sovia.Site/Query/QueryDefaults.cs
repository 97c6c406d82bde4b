namespace Sovia.Query;

/// <summary>The order and the unit for URLs that name none.</summary>
/// <param name="Sort">The order.</param>
/// <param name="Unit">The unit.</param>
public sealed record QueryDefaults(SortBy Sort, ListUnit Unit)
{
    /// <summary>Families, newest first: the defaults of the API, of stored queries, and of users without preferences.</summary>
    public static readonly QueryDefaults Standard = new(SortBy.DateDesc, ListUnit.Family);
}
