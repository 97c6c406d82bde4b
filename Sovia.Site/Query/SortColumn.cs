using System.Globalization;
using NpgsqlTypes;

namespace Sovia.Query;

/// <summary>A column that lists are sorted by before date and ID, in ascending order.</summary>
/// <param name="Type">The type: text, integer or smallint.</param>
/// <param name="IndexRowSql">SQL over an index row (<c>x</c>); null if only annotation rows have the column.</param>
public sealed record SortColumn(NpgsqlDbType Type, string? IndexRowSql)
{
    /// <summary>SQL over an annotation row (<c>a</c>); null if annotations do not affect the column.</summary>
    public string? AnnotationSql { get; init; }

    /// <summary>SQL condition for annotation rows whose value differs from the index row's.</summary>
    public string? AnnotationWhereSql { get; init; }

    /// <summary>The value of rows without annotations if only annotation rows have the column. It sorts last.</summary>
    public int DefaultValue { get; init; }

    /// <summary>Whether single posts have the column too.</summary>
    public bool AppliesToPosts { get; init; } = true;

    /// <summary>The smallest valid number.</summary>
    public int Min { get; init; }

    /// <summary>The largest valid number.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Parses a cursor's key; returns null if it is not a valid value.</summary>
    public object? Parse(string? text)
    {
        if (Type == NpgsqlDbType.Text) return text;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < Min
            || number > Max) return null;
        return Type == NpgsqlDbType.Smallint ? (short)number : number;
    }
}
