namespace Sovia.Query.Facets;

/// <summary>
/// How a facet counts what users decided: over annotation rows, called <c>a</c>, joined to their index rows, called <c>x</c>.
/// </summary>
/// <param name="WhereSql">Where anything was decided that it counts.</param>
/// <param name="ColumnSql">What it tells those rows apart by: a number, or names.</param>
/// <param name="ReplacedValueSql">What its own column, or its default, says of the same row: so many less are there. SQL, a number.</param>
/// <param name="NamesSql">SQL of tables that give one row a name, as <c>n (name, shown)</c>; null where the column is a number.</param>
public sealed record AnnotationFacetSql(string WhereSql, string ColumnSql, string ReplacedValueSql, string? NamesSql = null);
