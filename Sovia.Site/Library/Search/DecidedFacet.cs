namespace Sovia.Library.Search;

/// <summary>How a facet counts what users decided: over annotation rows, called <c>a</c>, joined to their index rows, called <c>x</c>.</summary>
/// <param name="Where">Where anything was decided that it counts.</param>
/// <param name="Column">What it tells those rows apart by: a number, or names.</param>
/// <param name="Before">What its own column, or its default, says of the same row: so many less are there. SQL, a number.</param>
/// <param name="Names">SQL of tables that give one row a name, as <c>n (name, shown)</c>; null where the column is a number.</param>
public sealed record DecidedFacet(string Where, string Column, string Before, string? Names = null);
