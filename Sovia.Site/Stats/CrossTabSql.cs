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
        var names = facets.Any(facet => facet.NameSetColumn is not null) ? "x.names" : "0::bigint";
        var parts = list.BuildParts(parameters, facets.Select(facet => facet.AnnotationSql?.WhereSql).OfType<string>())
            .Select(part =>
                $"select {time ?? "null::bigint"} as t, {names} as n, {Column(facets[0], part)} as f0, {Column(facets[1], part)} as f1 from {part.FromSql} where {part.WhereSql}");
        return $"select t, n, f0, f1, count(*)::integer from ({string.Join(" union all ", parts)}) x group by t, n, f0, f1";
    }

    private static string Column(Facet facet, ListPart part) => facet switch
    {
        { IsNameBased: true, AnnotationSql: { } decided } when part.HasAnnotations =>
            $"coalesce((select array_agg({decided.ColumnSql} order by {decided.ColumnSql}) from {decided.NamesSql}), '{{}}')::text[]",
        { IsNameBased: true } => "'{}'::text[]",
        { AnnotationSql: { } decided } when part.HasAnnotations => $"({decided.ColumnSql})::bigint",
        { IsTimeBased: true } => "0::bigint",
        _ => $"({facet.ColumnSql ?? facet.AnnotationSql!.ReplacedValueSql})::bigint",
    };
}
