using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag whose values are names that only the library knows.</summary>
/// <param name="name">What stands before the colon.</param>
/// <param name="help">A sentence for the help sheet.</param>
/// <param name="meaning">What a name means.</param>
/// <param name="none">What the bare word <c>none</c> means; null where it is a name like others.</param>
/// <param name="examples">Whole examples.</param>
internal abstract class NameMetatag(string name, string help, Func<string, Term> meaning, Term? none, params string[] examples) : IMetatag
{
    private const string None = "none";

    public string Name => name;

    public string Help => help;

    public ImmutableArray<string> Examples => [.. examples];

    public ImmutableArray<string> Values => none is null ? [] : [None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        var isWord = item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) && none is not null;
        if (isWord && !item.IsQuoted) return new(none, None);
        return new(meaning(item.Text), isWord ? $"\"{item.Text}\"" : ValueItem.QuoteIfNeeded(item.Text));
    }
}
