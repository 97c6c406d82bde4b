using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag whose values are names from the library.</summary>
/// <param name="name">The name before the colon.</param>
/// <param name="help">A sentence for the help page.</param>
/// <param name="createTerm">Returns the term of a name.</param>
/// <param name="none">The term of the bare word <c>none</c>; null if it is an ordinary name.</param>
/// <param name="examples">Complete examples.</param>
internal abstract class NameMetatag(string name, string help, Func<string, Term> createTerm, Term? none, params string[] examples)
    : IMetatag
{
    private const string None = "none";

    public string Name => name;

    public string Help => help;

    public ImmutableArray<string> Examples => [.. examples];

    public ImmutableArray<string> Values => none is null ? [] : [None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        var isNone = item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) && none is not null;
        if (isNone && !item.IsQuoted) return new(none, None);
        if (!item.IsQuoted && item.Text is [.. { Length: > 0 } prefix, '*'] && CreatePrefixTerm(prefix) is { } term)
            return new(term, item.Text);
        return new(createTerm(item.Text), isNone ? $"\"{item.Text}\"" : ValueItem.QuoteIfNeeded(item.Text));
    }

    /// <summary>Returns the term of all names with a prefix; null if only complete names can be searched.</summary>
    protected virtual Term? CreatePrefixTerm(string beginning) => null;
}
