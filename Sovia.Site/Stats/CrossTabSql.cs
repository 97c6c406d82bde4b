using Npgsql;
using Sovia.Query.Facets;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>
/// Builds SQL that cross-tabulates two fields. If either field is an annotation, annotated rows are joined with their annotation rows.
/// </summary>
internal static class CrossTabSql
{
    /// <summary>
    /// Builds a query that returns for each pair: the time bucket, the name set, the value of each field's own column, and the row count.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="facets">The two fields.</param>
    /// <param name="time">The SQL of the time bucket; null if neither field is derived from the time.</param>
    /// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
    public static string Build(ResolvedQuery list, Facet[] facets, string? time, NpgsqlParameterCollection parameters)
    {
        var namesSql = facets.Any(facet => facet.NameSetColumn is not null) ? "x.names" : "0::bigint";
        var partSqls = list.BuildParts(parameters, facets.Select(facet => facet.AnnotationSql?.WhereSql).OfType<string>())
            .Select(part =>
                $"select {time ?? "null::bigint"} as t, {namesSql} as n, {BuildColumn(facets[0], part)} as f0, {BuildColumn(facets[1], part)} as f1 from {part.FromSql} where {part.WhereSql}");
        return $"select t, n, f0, f1, count(*)::integer from ({string.Join(" union all ", partSqls)}) x group by t, n, f0, f1";
    }

    private static string BuildColumn(Facet facet, ListPart part) => facet switch
    {
        { IsNameBased: true, AnnotationSql: { } sql } when part.HasAnnotations =>
            $"coalesce((select array_agg({sql.ColumnSql} order by {sql.ColumnSql}) from {sql.NamesSql}), '{{}}')::text[]",
        { IsNameBased: true } => "'{}'::text[]",
        { AnnotationSql: { } sql } when part.HasAnnotations => $"({sql.ColumnSql})::bigint",
        { IsTimeBased: true } => "0::bigint",
        _ => $"({facet.ColumnSql ?? facet.AnnotationSql!.ReplacedValueSql})::bigint",
    };
}
