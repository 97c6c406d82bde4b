using Npgsql;
using NpgsqlTypes;
using Sovia.Query.Lists;

namespace Sovia.Query.Facets;

/// <summary>
/// Builds SQL that counts facet values over a list: one pass for all columns of index rows, and one over the annotation rows of each facet
/// that counts them. In the first pass, facets with few values are packed into one number, time facets into another and name facets into a
/// third, because each grouping set scans every row.
/// </summary>
internal static class FacetSql
{
    /// <summary>Returns SQL of the packed number of some facets with few values.</summary>
    /// <param name="facets">The facets.</param>
    public static string BuildPackedSql(IEnumerable<Facet> facets)
    {
        var (summands, factor) = (new List<string>(), 1L);
        foreach (var facet in facets)
        {
            summands.Add($"({facet.ColumnSql})::bigint * {factor}");
            factor *= facet.NumberCount;
        }
        return string.Join(" + ", summands);
    }

    /// <summary>Returns each facet's number from a number that <see cref="BuildPackedSql"/> packed.</summary>
    public static IEnumerable<(Facet Facet, int Number)> Unpack(IEnumerable<Facet> facets, long packed)
    {
        foreach (var facet in facets)
        {
            yield return (facet, (int)(packed % facet.NumberCount));
            packed /= facet.NumberCount;
        }
    }

    /// <summary>
    /// Returns SQL that selects, for each value of each column, the column's number, the value and the number of rows.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="columns">SQL of the columns, each a <c>bigint</c>.</param>
    /// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
    public static string BuildIndexRowsSql(ResolvedQuery list, IReadOnlyList<string> columns, NpgsqlParameterCollection parameters)
    {
        var rowsSql = list.BuildSql(parameters, string.Join(", ", columns.Select((column, i) => $"{column} as f{i}")));
        // PostgreSQL can count a single column with parallel workers.
        if (columns.Count == 1) return $"select 0, f0, count(*)::integer from ({rowsSql}) x group by f0";
        string BuildCase(Func<int, string> value) => string.Join(' ', columns.Select((_, i) => $"when grouping(f{i}) = 0 then {value(i)}"));
        return $"""
            select case {BuildCase(i => $"{i}")} end, case {BuildCase(i => $"f{i}")} end, count(*)::integer
            from ({rowsSql}) x group by grouping sets ({string.Join(", ", columns.Select((_, i) => $"(f{i})"))})
            """;
    }

    /// <summary>
    /// Returns SQL that selects, for each number that a facet has in annotation rows, that number, the number that the column or the
    /// default gives for the same rows, and the number of rows.
    /// </summary>
    public static string BuildAnnotationNumbersSql(ResolvedQuery list, AnnotationFacetSql facet, NpgsqlParameterCollection parameters)
    {
        var part = list.BuildAnnotatedPart(parameters, facet.WhereSql);
        return $"select {facet.ColumnSql}::integer, {facet.ReplacedValueSql}::integer, count(*)::integer from {part.FromSql} where {part.WhereSql} group by 1, 2";
    }

    /// <summary>
    /// Returns SQL that selects each name that a facet has in annotation rows with its number of rows: the most common names and the chosen
    /// ones. The third column is the number of rows with any name; null if the facet needs <see cref="BuildAnnotationCountSql"/> for it.
    /// </summary>
    public static string BuildAnnotationNamesSql(ResolvedQuery list, AnnotationFacetSql facet, IReadOnlyCollection<string> chosen,
        int limit, NpgsqlParameterCollection parameters)
    {
        var part = list.BuildAnnotatedPart(parameters, facet.WhereSql);
        // The window covers all groups, also those beyond the limit.
        var rowCountSql = facet.FirstNameSql is null ? "null::integer" : $"(sum(count(*) filter (where {facet.FirstNameSql})) over ())::integer";
        return $"""
            select min(n.shown), count(*)::integer, {rowCountSql} from {part.FromSql} cross join lateral {facet.NamesSql} where {part.WhereSql} group by {facet.ColumnSql}
            order by {facet.ColumnSql} = any(${AddChosenParameter(chosen, parameters)}) desc, 2 desc, {facet.ColumnSql} limit {limit}
            """;
    }

    private static int AddChosenParameter(IEnumerable<string> chosen, NpgsqlParameterCollection parameters)
    {
        parameters.Add(new() { Value = chosen.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return parameters.Count;
    }

    /// <summary>Returns SQL that counts the rows of a list that have any annotation that a facet counts.</summary>
    public static string BuildAnnotationCountSql(ResolvedQuery list, AnnotationFacetSql facet, NpgsqlParameterCollection parameters)
    {
        var part = list.BuildAnnotatedPart(parameters, facet.WhereSql);
        return $"select count(*)::integer from {part.FromSql} where {part.WhereSql}";
    }
}
