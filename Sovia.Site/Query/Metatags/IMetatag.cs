using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;

namespace Sovia.Query.Metatags;

/// <summary>
/// Something other than words that can be looked for by name, <c>videos:&gt;5</c>. Lists, negation and quotes are the
/// language's; a metatag reads one value.
/// </summary>
public interface IMetatag
{
    /// <summary>What stands before the colon, in lower case.</summary>
    string Name { get; }

    /// <summary>A sentence for the help sheet.</summary>
    string Help { get; }

    /// <summary>Whole examples, name and all. The first one cures messages.</summary>
    ImmutableArray<string> Examples { get; }

    /// <summary>Values that can be offered while typing. What only the library knows, such as models, is not among them.</summary>
    ImmutableArray<string> Values { get; }

    /// <summary>What a value means.</summary>
    /// <param name="item">The value; never empty.</param>
    /// <param name="calendar">Which days it is where somebody looks from, and which is <c>today</c>.</param>
    ParsedValue Parse(ValueItem item, LocalCalendar calendar);
}
