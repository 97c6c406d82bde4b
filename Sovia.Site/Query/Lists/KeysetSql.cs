using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Query.Lists;

/// <summary>Builds SQL that reads a list by keyset along an index.</summary>
internal static class KeysetSql
{
    /// <summary>
    /// Returns SQL of the cursors beyond a cursor, nearest first: <c>age</c>, <c>id</c> and, if the list is not sorted by date alone,
    /// <c>key</c>.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="cursor">The start; null for the first or last item, depending on the direction.</param>
    /// <param name="isForward">True to read down the list, false to read up.</param>
    /// <param name="count">The maximum number of cursors.</param>
    /// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
    public static string Build(ResolvedQuery list, Cursor? cursor, bool isForward, int count, NpgsqlParameterCollection parameters)
    {
        var parts = list.BuildParts(parameters).Select(part => BuildPart(list, part, cursor, isForward, parameters)).OfType<string>()
            .ToList();
        // The limit is one of a few numbers and written as a literal: with a parameter, the generic plan looks more expensive than a
        // custom plan, and PostgreSQL would plan each time, which takes as long as the query.
        var limit = string.Create(CultureInfo.InvariantCulture, $"limit {count}");
        var direction = GetDirection(list, isForward);
        // No part can have rows beyond the cursor, for example above the best annotated key if no annotations are read.
        return parts.Count == 0 ? "select null::smallint as key, 0::bigint as age, null::uuid as id where false" : parts.Count == 1
            ? $"{parts[0]} {limit}"
            : $"select * from ({string.Join(" union all ", parts.Select(part => $"({part} {limit})"))}) x order by {(list.SortColumn is null ? "" : $"key {direction}, ")}age {direction}, id {direction} {limit}";
    }

    // Returns SQL that reads one part of a list beyond a cursor, without a limit; null if no row of the part can be beyond the cursor.
    private static string? BuildPart(ResolvedQuery list, ListPart part, Cursor? cursor, bool isForward,
        NpgsqlParameterCollection parameters)
    {
        var direction = GetDirection(list, isForward);
        var key = list.SortColumn;
        // If only annotations have the key, all rows without an annotation share the default value and are sorted by date.
        var isConstant = key is { IndexRowSql: null } && !part.HasAnnotations;
        var column = key is null ? null : part.HasAnnotations ? key.AnnotationSql ?? key.IndexRowSql : key.IndexRowSql
            ?? BuildDefaultKeySql(key);
        var columns = column is null || isConstant ? $"{part.AgeColumn}, {part.IdColumn}" : $"{column}, {part.AgeColumn}, {part.IdColumn}";
        var where = part.WhereSql;
        if (cursor is not null)
        {
            var sign = direction == "asc" ? '>' : '<';
            var value = key?.Parse(cursor.Key);
            var diff = isConstant ? key!.DefaultValue.CompareTo(Convert.ToInt32(value, CultureInfo.InvariantCulture)) * (direction == "asc"
                ? 1 : -1) : 0;
            if (diff < 0) return null;
            if (diff == 0)
            {
                var cursorValues = $"{Bind(cursor.Age, NpgsqlDbType.Bigint)}, {Bind(cursor.Id, NpgsqlDbType.Uuid)}";
                where += $" and ({columns}) {sign} ({(column is null || isConstant ? "" : $"{Bind(value!, key!.Type)}, ")}{cursorValues})";
            }
        }
        // An expression cannot be read from an index in order, so coalesce forces a sort of all rows.
        var order = string.Join(", ", columns.Split(", ")
            .Select((name, index) => $"{(index == 0 && list.SortsAllRows ? $"coalesce({name}, {name})" : name)} {direction}"));
        return $"select {(column is null ? "" : $"{column} as key, ")}{part.AgeColumn} as age, {part.IdColumn} as id from {part.FromSql} where {where} order by {order}";

        string Bind(object value, NpgsqlDbType type)
        {
            parameters.Add(new() { Value = value, NpgsqlDbType = type });
            return $"${parameters.Count}";
        }
    }

    private static string GetDirection(ResolvedQuery list, bool isForward) => isForward == (list.Order != SortBy.DateAsc) ? "asc" : "desc";

    /// <summary>Returns SQL of the key of rows without annotations.</summary>
    public static string BuildDefaultKeySql(SortColumn key) =>
        $"{key.DefaultValue}::{(key.Type == NpgsqlDbType.Smallint ? "smallint" : "integer")}";
}
