using System.Collections.Immutable;
using Sovia.Library.Language;
using Sovia.Query;

namespace Sovia.Library.Search;

/// <summary>Something a library is sorted into, and narrowed by in an address: <c>model=a,b</c>, <c>model=-a</c>.</summary>
public abstract class Facet
{
    /// <summary>Every facet, in the order of the sidebar and of addresses.</summary>
    public static ImmutableArray<Facet> All { get; } = [.. Field.All.Select(field => field.Facet).OfType<Facet>()];

    /// <summary>The facet of a parameter; null where there is none.</summary>
    public static Facet? Named(string parameter) => All.FirstOrDefault(facet => facet.Parameter.Equals(parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameter's name in addresses.</summary>
    public abstract string Parameter { get; }

    /// <summary>The facet's name for people.</summary>
    public abstract string Title { get; }

    /// <summary>What its values look like, for messages.</summary>
    public abstract string Expected { get; }

    /// <summary>The values it always has, in their order; empty where only the library knows them.</summary>
    public virtual ImmutableArray<string> Values => [];

    /// <summary>SQL of what it tells items apart by, over an index row, called <c>x</c>: a number, or names where <see cref="IsOfNames"/>. Null where only annotations tell.</summary>
    public virtual string? Column => null;

    /// <summary>Whether its column holds names.</summary>
    public virtual bool IsOfNames => false;

    /// <summary>How it counts what users decided; null where that makes no difference to it.</summary>
    public virtual DecidedFacet? Decided => null;

    /// <summary>Whether what its values mean is for collections to say.</summary>
    public virtual bool NamesLists => false;

    /// <summary>How many items each value has, in the order to offer them.</summary>
    /// <param name="keys">What its column says of the list.</param>
    public abstract IEnumerable<(string Value, int Count)> CountsOf(IReadOnlyList<FacetKey> keys);

    /// <summary>The value as an address writes it, from what the library holds; null stands for nothing known.</summary>
    public virtual string Written(string? name) => name ?? "none";

    /// <summary>What a value means.</summary>
    /// <param name="value">As <see cref="Written"/> or <see cref="Read"/> gave it.</param>
    public abstract Term TermOf(string value);

    /// <summary>What a value means by the days of a time zone.</summary>
    /// <param name="value">As <see cref="Written"/> or <see cref="Read"/> gave it.</param>
    /// <param name="zone">The zone.</param>
    public virtual Term TermOf(string value, TimeZoneInfo zone) => TermOf(value);

    /// <summary>What a value means where somebody looks from.</summary>
    /// <param name="value">As <see cref="Written"/> or <see cref="Read"/> gave it.</param>
    /// <param name="calendar">Whose days, and which is today.</param>
    public virtual Term TermOf(string value, LocalCalendar calendar) => TermOf(value, calendar.Zone);

    /// <summary>The value for people.</summary>
    /// <param name="value">As <see cref="Written"/> or <see cref="Read"/> gave it.</param>
    public abstract string Shown(string value);

    /// <summary>The value in its one form; null where it means nothing, and empty where it asks for everything.</summary>
    public abstract string? Read(ValueItem item);
}
