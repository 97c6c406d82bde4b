using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>SQL that counts what facets see of a list: one pass for all columns of index rows, and one over the annotation rows of each facet that counts them.</summary>
internal static class FacetSql
{
    // A library where each family has tags of its own must not make the panel slow.
    private const int MostNames = 300;

    /// <summary>The facets whose columns index rows have, in the order of the columns below.</summary>
    public static readonly Facet[] OfContent = [.. Facet.All.Where(facet => facet.Column is not null)];

    /// <summary>The facets that count what users decided.</summary>
    public static readonly Facet[] OfDecisions = [.. Facet.All.Where(facet => facet.Decided is not null)];

    /// <summary>Whether the column of a facet depends on the time zone of the query.</summary>
    public static bool IsOfZone(Facet facet) => facet.Column == Query.Fields.MonthFacet.ColumnOfZone;

    /// <summary>Of each value of each column, the number of the column, the value, and how many rows have it.</summary>
    public static string Content(Listing list, string month, NpgsqlParameterCollection parameters)
    {
        var columns = OfContent.Select((facet, at) => $"{(IsOfZone(facet) ? month : facet.Column)} as f{at}");
        var names = OfContent.Select((_, at) => $"f{at}").ToList();
        string Grouped(bool? ofNames, Func<int, string> value) => string.Join(' ', names
            .Select((name, at) => ofNames is null || OfContent[at].IsOfNames == ofNames ? $"when grouping({name}) = 0 then {value(at)}" : ""));
        return $"""
            select case {Grouped(null, at => $"{at}")} end, case {Grouped(false, at => names[at])} end, case {Grouped(true, at => names[at])} end, count(*)::integer
            from ({list.Found(parameters, string.Join(", ", columns))}) x group by grouping sets ({string.Join(", ", names.Select(name => $"({name})"))})
            """;
    }

    /// <summary>Of each number that a facet finds in annotation rows: it, what the column or the default says of the same rows, and how many they are.</summary>
    public static string Numbers(Listing list, DecidedFacet facet, NpgsqlParameterCollection parameters)
    {
        var rows = list.DecidedRows(parameters, facet.Where);
        return $"select {facet.Column}::integer, {facet.Before}::integer, count(*)::integer from {rows.From} where {rows.Where} group by 1, 2";
    }

    /// <summary>Of each name that a facet finds in annotation rows: it, and how many rows have it. The commonest, and those that are chosen.</summary>
    public static string Names(Listing list, DecidedFacet facet, IReadOnlyCollection<string> chosen, NpgsqlParameterCollection parameters)
    {
        var rows = list.DecidedRows(parameters, facet.Where);
        return $"""
            select min(n.shown), count(*)::integer from {rows.From} cross join lateral {facet.Names} where {rows.Where} group by {facet.Column}
            order by {facet.Column} = any(${Chosen(chosen, parameters)}) desc, 2 desc, {facet.Column} limit {MostNames}
            """;
    }

    private static int Chosen(IEnumerable<string> chosen, NpgsqlParameterCollection parameters)
    {
        parameters.Add(new() { Value = chosen.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return parameters.Count;
    }

    /// <summary>How many rows of a list have anything that a facet counts.</summary>
    public static string HowMany(Listing list, DecidedFacet facet, NpgsqlParameterCollection parameters)
    {
        var rows = list.DecidedRows(parameters, facet.Where);
        return $"select count(*)::integer from {rows.From} where {rows.Where}";
    }
}
