namespace Sovia.Query.Facets;

/// <summary>SQL that counts a facet over annotation rows (<c>a</c>), joined to their index rows (<c>x</c>).</summary>
/// <param name="WhereSql">Condition for annotation rows that set a value of the facet.</param>
/// <param name="ColumnSql">The value to group by: a number, or names.</param>
/// <param name="ReplacedValueSql">The number that the index column, or the default, gives for the same row; its count is reduced, because
/// the annotation replaces it.</param>
/// <param name="NamesSql">SQL of tables that give a row its names, as <c>n (name, shown)</c>; null if the column is a number.</param>
/// <param name="FirstNameSql">Condition for one name of each row, so that one pass counts names and rows; null if a row may have no
/// name.</param>
public sealed record AnnotationFacetSql(string WhereSql, string ColumnSql, string ReplacedValueSql, string? NamesSql = null,
    string? FirstNameSql = null);
