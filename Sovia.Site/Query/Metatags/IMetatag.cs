using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;

namespace Sovia.Query.Metatags;

/// <summary>
/// A named search condition such as <c>videos:&gt;5</c>. The language handles lists, negation and quotes; a metatag parses a single value.
/// </summary>
public interface IMetatag
{
    /// <summary>The name before the colon, in lower case.</summary>
    string Name { get; }

    /// <summary>The display name, in sentence case.</summary>
    string Title => $"{char.ToUpperInvariant(Name[0])}{Name[1..]}";

    /// <summary>A sentence for the help page.</summary>
    string Help { get; }

    /// <summary>Complete examples including the name. Error messages suggest the first one.</summary>
    ImmutableArray<string> Examples { get; }

    /// <summary>Fixed values to suggest while typing. Values from the library, such as models, are not included.</summary>
    ImmutableArray<string> Values { get; }

    /// <summary>Parses a value.</summary>
    /// <param name="item">The value; never empty.</param>
    /// <param name="calendar">The viewer's time zone and current date.</param>
    ParsedValue Parse(ValueItem item, LocalCalendar calendar);
}
