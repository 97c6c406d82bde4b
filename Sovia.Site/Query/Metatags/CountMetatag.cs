using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag for a number of members.</summary>
/// <param name="name">The name before the colon.</param>
/// <param name="help">A sentence for the help page.</param>
/// <param name="what">The members to count.</param>
internal abstract class CountMetatag(string name, string help, CountKind what) : IMetatag
{
    // Nine digits fit an int and exceed any library.
    private const int MaxCount = 999_999_999;

    public string Name => name;

    public string Help => help;

    public ImmutableArray<string> Examples => [$"{Name}:>5", $"{Name}:0", $"{Name}:1..3"];

    public ImmutableArray<string> Values => ["0", ">0", ">5", "1..3"];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar) => NumberRange.Parse(item.Text, MaxCount) is { } range
        ? new(new Term.CountBetween(what, range.Min, range.Max), range.CanonicalText, range.Problem)
        : ParsedValue.Invalid($"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a number. Use {string.Join(" or ", Examples)}.");
}
