using Npgsql;
using NpgsqlTypes;
using Sovia.Query.Lists;

namespace Sovia.Query.Facets;

/// <summary>
/// SQL that counts what facets see of a list: one pass for all columns of index rows, and one over the annotation rows of each facet that
/// counts them. In the pass facets of few numbers are counted together, as one number, and so are all facets of time, and all of names:
/// each set of groups costs a look at every row.
/// </summary>
internal static class FacetSql
{
    /// <summary>What the numbers of some facets of few numbers are together.</summary>
    /// <param name="facets">The facets.</param>
    public static string BuildPackedSql(IEnumerable<Facet> facets)
    {
        var (sum, factor) = (new List<string>(), 1L);
        foreach (var facet in facets)
        {
            sum.Add($"({facet.ColumnSql})::bigint * {factor}");
            factor *= facet.NumberCount;
        }
        return string.Join(" + ", sum);
    }

    /// <summary>The number of each facet in what <see cref="BuildPackedSql"/> gives.</summary>
    public static IEnumerable<(Facet Facet, int Number)> Unpack(IEnumerable<Facet> facets, long packed)
    {
        foreach (var facet in facets)
        {
            yield return (facet, (int)(packed % facet.NumberCount));
            packed /= facet.NumberCount;
        }
    }

    /// <summary>Of each value of each column, the number of the column, the value, and how many rows have it.</summary>
    /// <param name="list">The list.</param>
    /// <param name="columns">SQL of the columns; each a <c>bigint</c>.</param>
    /// <param name="parameters">Where values go; <c>$1</c> is the tenant.</param>
    public static string BuildIndexRowsSql(ResolvedQuery list, IReadOnlyList<string> columns, NpgsqlParameterCollection parameters)
    {
        var found = list.BuildSql(parameters, string.Join(", ", columns.Select((column, at) => $"{column} as f{at}")));
        // A single one may be counted by several workers.
        if (columns.Count == 1) return $"select 0, f0, count(*)::integer from ({found}) x group by f0";
        string Of(Func<int, string> value) => string.Join(' ', columns.Select((_, at) => $"when grouping(f{at}) = 0 then {value(at)}"));
        return $"""
            select case {Of(at => $"{at}")} end, case {Of(at => $"f{at}")} end, count(*)::integer
            from ({found}) x group by grouping sets ({string.Join(", ", columns.Select((_, at) => $"(f{at})"))})
            """;
    }

    /// <summary>
    /// Of each number that a facet finds in annotation rows: it, what the column or the default says of the same rows, and how many they
    /// are.
    /// </summary>
    public static string BuildAnnotationNumbersSql(ResolvedQuery list, AnnotationFacetSql facet, NpgsqlParameterCollection parameters)
    {
        var rows = list.BuildAnnotatedPart(parameters, facet.WhereSql);
        return $"select {facet.ColumnSql}::integer, {facet.ReplacedValueSql}::integer, count(*)::integer from {rows.FromSql} where {rows.WhereSql} group by 1, 2";
    }

    /// <summary>
    /// Of each name that a facet finds in annotation rows: it, and how many rows have it. The commonest, and those that are chosen.
    /// </summary>
    public static string BuildAnnotationNamesSql(ResolvedQuery list, AnnotationFacetSql facet, IReadOnlyCollection<string> chosen, int most,
        NpgsqlParameterCollection parameters)
    {
        var rows = list.BuildAnnotatedPart(parameters, facet.WhereSql);
        return $"""
            select min(n.shown), count(*)::integer from {rows.FromSql} cross join lateral {facet.NamesSql} where {rows.WhereSql} group by {facet.ColumnSql}
            order by {facet.ColumnSql} = any(${Chosen(chosen, parameters)}) desc, 2 desc, {facet.ColumnSql} limit {most}
            """;
    }

    private static int Chosen(IEnumerable<string> chosen, NpgsqlParameterCollection parameters)
    {
        parameters.Add(new() { Value = chosen.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return parameters.Count;
    }

    /// <summary>How many rows of a list have anything that a facet counts.</summary>
    public static string BuildAnnotationCountSql(ResolvedQuery list, AnnotationFacetSql facet, NpgsqlParameterCollection parameters)
    {
        var rows = list.BuildAnnotatedPart(parameters, facet.WhereSql);
        return $"select count(*)::integer from {rows.FromSql} where {rows.WhereSql}";
    }
}
