using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Query.Lists;

/// <summary>SQL that walks a list along an index.</summary>
internal static class KeysetSql
{
    /// <summary>
    /// SQL of the places beyond a cursor, the nearest first: <c>age</c>, <c>id</c> and, where the list is sorted by more than its date,
    /// <c>key</c>.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="cursor">Where to begin; null for the end that the direction begins at.</param>
    /// <param name="along">Down the list; otherwise up.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="parameters">Gets the values; <c>$1</c> is the tenant.</param>
    public static string Build(ResolvedQuery list, Cursor? cursor, bool along, int count, NpgsqlParameterCollection parameters)
    {
        var parts = list.BuildParts(parameters).Select(part => Walk(list, part, cursor, along, parameters)).OfType<string>().ToList();
        // One of a few numbers, and in the text: with an unknown limit a plan for all values looks dearer than a new one each time, which
        // takes as long to make as to carry out.
        var limit = string.Create(CultureInfo.InvariantCulture, $"limit {count}");
        var direction = Direction(list, along);
        // Above the best of what only annotations have nothing lies where none are read.
        return parts.Count == 0 ? "select null::smallint as key, 0::bigint as age, null::uuid as id where false" : parts.Count == 1
            ? $"{parts[0]} {limit}"
            : $"select * from ({string.Join(" union all ", parts.Select(part => $"({part} {limit})"))}) x order by {(list.SortColumn is null ? "" : $"key {direction}, ")}age {direction}, id {direction} {limit}";
    }

    // One part of a list from a cursor on, without its limit; null where none of it lies beyond the cursor.
    private static string? Walk(ResolvedQuery list, ListPart part, Cursor? cursor, bool along, NpgsqlParameterCollection parameters)
    {
        var direction = Direction(list, along);
        var key = list.SortColumn;
        // Of a key that only annotations have, all rows without one have the same value, and stand in the order of their dates.
        var isConstant = key is { IndexRowSql: null } && !part.HasAnnotations;
        var column = key is null ? null : part.HasAnnotations ? key.AnnotationSql ?? key.IndexRowSql : key.IndexRowSql
            ?? BuildDefaultKeySql(key);
        var columns = column is null || isConstant ? $"{part.AgeColumn}, {part.IdColumn}" : $"{column}, {part.AgeColumn}, {part.IdColumn}";
        var where = part.WhereSql;
        if (cursor is not null)
        {
            var sign = direction == "asc" ? '>' : '<';
            var value = key?.Parse(cursor.Key);
            var side = isConstant ? key!.DefaultValue.CompareTo(Convert.ToInt32(value, CultureInfo.InvariantCulture)) * (direction == "asc"
                ? 1 : -1) : 0;
            if (side < 0) return null;
            if (side == 0)
            {
                var place = $"{Value(cursor.Age, NpgsqlDbType.Bigint)}, {Value(cursor.Id, NpgsqlDbType.Uuid)}";
                where += $" and ({columns}) {sign} ({(column is null || isConstant ? "" : $"{Value(value!, key!.Type)}, ")}{place})";
            }
        }
        // No index has the order of an expression.
        var order = string.Join(", ", columns.Split(", ")
            .Select((name, at) => $"{(at == 0 && list.SortsAllRows ? $"coalesce({name}, {name})" : name)} {direction}"));
        return $"select {(column is null ? "" : $"{column} as key, ")}{part.AgeColumn} as age, {part.IdColumn} as id from {part.FromSql} where {where} order by {order}";

        string Value(object value, NpgsqlDbType type)
        {
            parameters.Add(new() { Value = value, NpgsqlDbType = type });
            return $"${parameters.Count}";
        }
    }

    private static string Direction(ResolvedQuery list, bool along) => along == (list.Order != SortBy.DateAsc) ? "asc" : "desc";

    /// <summary>SQL of the key of what nobody decided anything about.</summary>
    public static string BuildDefaultKeySql(SortColumn key) =>
        $"{key.DefaultValue}::{(key.Type == NpgsqlDbType.Smallint ? "smallint" : "integer")}";
}
