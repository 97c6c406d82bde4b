using System.Collections.Immutable;
using Sovia.Index;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>Something a library is sorted into, and narrowed by in an address: <c>model=a,b</c>, <c>model=-a</c>.</summary>
public abstract class Facet
{
    /// <summary>Every facet, in the order of the sidebar and of addresses.</summary>
    public static ImmutableArray<Facet> All { get; } = [.. Field.All.Select(field => field.Facet).OfType<Facet>()];

    /// <summary>Those that the filter panel offers and counts.</summary>
    public static ImmutableArray<Facet> Offered { get; } = [.. All.Where(facet => facet.IsOffered)];

    /// <summary>The facet of a parameter; null where there is none.</summary>
    public static Facet? Find(string parameter) =>
        All.FirstOrDefault(facet => facet.Parameter.Equals(parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameter's name in addresses.</summary>
    public abstract string Parameter { get; }

    /// <summary>The facet's name for people.</summary>
    public abstract string Title { get; }

    /// <summary>What its values look like, for messages.</summary>
    public abstract string ValueDescription { get; }

    /// <summary>The values it always has, in their order; empty where only the library knows them.</summary>
    public virtual ImmutableArray<string> Values => [];

    /// <summary>
    /// SQL of the number that it tells items apart by, over an index row, called <c>x</c>. Null where names, the time or only annotations
    /// tell.
    /// </summary>
    public virtual string? ColumnSql => null;

    /// <summary>Whether the filter panel offers it. The others are for addresses, and for groups of figures.</summary>
    public virtual bool IsOffered => true;

    /// <summary>Whether figures can be grouped by it.</summary>
    public virtual bool CanGroup => true;

    /// <summary>What groups by it are called in addresses.</summary>
    public virtual string GroupName => Parameter;

    /// <summary>Whether its values follow one another, as months and numbers do. Others stand with the commonest first.</summary>
    public virtual bool IsOrdered => NumberCount > 0 || IsTimeBased;

    /// <summary>Whether each of its values is a list of its own and is counted as that, instead of in a pass over all rows.</summary>
    public virtual bool CountsValuesSeparately => false;

    /// <summary>
    /// How many numbers its column can give, from 0 on, where they are few: such facets are counted together. 0 for others.
    /// </summary>
    public virtual int NumberCount => 0;

    /// <summary>Whether its numbers are told from the time, by <see cref="GetNumberAt"/>, and not from a column.</summary>
    public virtual bool IsTimeBased => false;

    /// <summary>The number of what was made at a time; 0 stands for no date.</summary>
    /// <param name="day">The day, as lists of days have it.</param>
    /// <param name="local">The time that clocks showed, as <see cref="TimeZoneOffsets.ToLocalMicroseconds"/> gives it.</param>
    public virtual int GetNumberAt(DateOnly day, long local) => 0;

    /// <summary>
    /// Which names of a row's set (<see cref="NameSets"/>) are its values, as a column of <c>sovia.name_set</c>; null for none of them.
    /// </summary>
    public virtual string? NameSetColumn => null;

    /// <summary>Whether its values are names.</summary>
    public virtual bool IsNameBased => false;

    /// <summary>How it counts what users decided; null where that makes no difference to it.</summary>
    public virtual AnnotationFacetSql? AnnotationSql => null;

    /// <summary>Whether nothing but what users decided tells its values.</summary>
    public bool IsAnnotationOnly => this is { AnnotationSql: not null, ColumnSql: null, NameSetColumn: null };

    /// <summary>Whether what its values mean is for collections to say.</summary>
    public virtual bool ReferencesCollections => false;

    /// <summary>How many items each value has, in the order to offer them.</summary>
    /// <param name="keys">What its column says of the list.</param>
    public abstract IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys);

    /// <summary>The value as an address writes it, from what the library holds; null stands for nothing known.</summary>
    public virtual string FormatValue(string? name) => name ?? "none";

    /// <summary>What a value means.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> gave it.</param>
    public abstract Term ToTerm(string value);

    /// <summary>What a value means by the days of a time zone.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> gave it.</param>
    /// <param name="zone">The zone.</param>
    public virtual Term ToTerm(string value, TimeZoneInfo zone) => ToTerm(value);

    /// <summary>What a value means where somebody looks from.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> gave it.</param>
    /// <param name="calendar">Whose days, and which is today.</param>
    public virtual Term ToTerm(string value, LocalCalendar calendar) => ToTerm(value, calendar.Zone);

    /// <summary>The value for people.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> gave it.</param>
    public abstract string GetLabel(string value);

    /// <summary>Returns the name that a value stands for, for programs: the label unless that is a friendlier form of it.</summary>
    public virtual string GetName(string value) => GetLabel(value);

    /// <summary>The same for all ways to write a value.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> gave it.</param>
    public virtual string NormalizeValue(string value) => value.ToUpperInvariant();

    /// <summary>The value as a search asks for it, <c>model:a</c>.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> gave it.</param>
    public virtual string ToSearchText(string value) => $"{Parameter}:{value}";

    /// <summary>The value in its one form; null where it means nothing, and empty where it asks for everything.</summary>
    public abstract string? ParseValue(ValueItem item);
}
