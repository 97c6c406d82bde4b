using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag of what clocks show again and again, by those of whoever looks.</summary>
/// <param name="name">What stands before the colon.</param>
/// <param name="help">A sentence for the help sheet.</param>
/// <param name="part">What is read off.</param>
/// <param name="values">The values in the order of their numbers.</param>
/// <param name="written">The number of a value as it may be written; null for none.</param>
internal abstract class DatePartMetatag(string name, string help, DatePart part, ImmutableArray<string> values, Func<string, int?> written)
    : IMetatag
{
    private const string None = "none";

    public string Name => name;

    public string Help => help;

    public ImmutableArray<string> Examples => [$"{Name}:{values[0]}", $"{Name}:{values[^1]},{values[0]}", $"{Name}:{None}"];

    public ImmutableArray<string> Values => [.. values, None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        var number = item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) ? values.Length : written(item.Text);
        return number is { } found ? new(DatePartTerms.Create(part, found, calendar.Zone, values.Length), Values[found])
            : ParsedValue.Invalid($"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a valid {Name}. Use {string.Join(", ", Values)}.");
    }
}
