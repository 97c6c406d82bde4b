using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag of a recurring date part (weekday, hour) in the viewer's time zone.</summary>
/// <param name="name">The name before the colon.</param>
/// <param name="help">A sentence for the help page.</param>
/// <param name="part">The date part.</param>
/// <param name="values">The values in the order of their numbers.</param>
/// <param name="parseNumber">Parses a value to its number; returns null if it is invalid.</param>
internal abstract class DatePartMetatag(string name, string help, DatePart part, ImmutableArray<string> values, Func<string,
    int?> parseNumber)
    : IMetatag
{
    private const string None = "none";

    public string Name => name;

    public string Help => help;

    public ImmutableArray<string> Examples => [$"{Name}:{values[0]}", $"{Name}:{values[^1]},{values[0]}", $"{Name}:{None}"];

    public ImmutableArray<string> Values => [.. values, None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        var number = item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) ? values.Length : parseNumber(item.Text);
        return number is { } valueIndex ? new(DatePartTerms.Create(part, valueIndex, calendar.Zone, values.Length), Values[valueIndex])
            : ParsedValue.Invalid($"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a valid {Name}. Use {string.Join(", ", Values)}.");
    }
}
