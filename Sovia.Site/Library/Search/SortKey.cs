using System.Globalization;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>A column that lists are sorted by before date and id. What comes first has the smallest value.</summary>
/// <param name="Type">Its type: text, integer or smallint.</param>
/// <param name="Content">SQL over an index row, called <c>x</c>; null where only annotation rows have it.</param>
public sealed record SortKey(NpgsqlDbType Type, string? Content)
{
    /// <summary>SQL over an annotation row, called <c>a</c>; null where what users decide makes no difference.</summary>
    public string? Decided { get; init; }

    /// <summary>SQL of where an annotation row says more than the index row.</summary>
    public string? DecidedWhere { get; init; }

    /// <summary>Of a key that only annotation rows have: its value where nothing was decided, the last of all.</summary>
    public int Undecided { get; init; }

    /// <summary>Whether posts on their own have it too.</summary>
    public bool IsOfPosts { get; init; } = true;

    /// <summary>The smallest number it can be.</summary>
    public int Least { get; init; }

    /// <summary>The largest number it can be.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>A value of a cursor; null where it cannot be one.</summary>
    public object? Parse(string? text)
    {
        if (Type == NpgsqlDbType.Text) return text;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < Least || number > Most) return null;
        return Type == NpgsqlDbType.Smallint ? (short)number : number;
    }
}
