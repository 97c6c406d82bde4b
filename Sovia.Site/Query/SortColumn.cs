using System.Globalization;
using NpgsqlTypes;

namespace Sovia.Query;

/// <summary>A column that lists are sorted by before date and id. What comes first has the smallest value.</summary>
/// <param name="Type">Its type: text, integer or smallint.</param>
/// <param name="IndexRowSql">SQL over an index row, called <c>x</c>; null where only annotation rows have it.</param>
public sealed record SortColumn(NpgsqlDbType Type, string? IndexRowSql)
{
    /// <summary>SQL over an annotation row, called <c>a</c>; null where what users decide makes no difference.</summary>
    public string? AnnotationSql { get; init; }

    /// <summary>SQL of where an annotation row says more than the index row.</summary>
    public string? AnnotationWhereSql { get; init; }

    /// <summary>Of a key that only annotation rows have: its value where nothing was decided, the last of all.</summary>
    public int DefaultValue { get; init; }

    /// <summary>Whether posts on their own have it too.</summary>
    public bool AppliesToPosts { get; init; } = true;

    /// <summary>The smallest number it can be.</summary>
    public int Min { get; init; }

    /// <summary>The largest number it can be.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>A value of a cursor; null where it cannot be one.</summary>
    public object? Parse(string? text)
    {
        if (Type == NpgsqlDbType.Text) return text;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < Min
            || number > Max) return null;
        return Type == NpgsqlDbType.Smallint ? (short)number : number;
    }
}
