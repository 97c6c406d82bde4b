using System.Collections.Immutable;
using Sovia.Index;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>
/// A dimension that classifies the items of a library and filters them by URL parameter: <c>model=a,b</c>, <c>model=-a</c>.
/// </summary>
public abstract class Facet
{
    /// <summary>Every facet, in the order of the sidebar and of URL parameters.</summary>
    public static ImmutableArray<Facet> All { get; } = [.. Field.All.Select(field => field.Facet).OfType<Facet>()];

    /// <summary>The facets that the filter panel offers and counts.</summary>
    public static ImmutableArray<Facet> Offered { get; } = [.. All.Where(facet => facet.IsOffered)];

    /// <summary>Returns the facet of a parameter, or null if there is none.</summary>
    public static Facet? Find(string parameter) =>
        All.FirstOrDefault(facet => facet.Parameter.Equals(parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameter's name in URLs.</summary>
    public abstract string Parameter { get; }

    /// <summary>The facet's display name.</summary>
    public abstract string Title { get; }

    /// <summary>Describes valid values, for messages.</summary>
    public abstract string ValueDescription { get; }

    /// <summary>The fixed values in order; empty if the values depend on the library.</summary>
    public virtual ImmutableArray<string> Values => [];

    /// <summary>
    /// SQL of the number that classifies an index row (<c>x</c>). Null if the facet is based on names, time or annotations alone.
    /// </summary>
    public virtual string? ColumnSql => null;

    /// <summary>Whether the filter panel offers the facet. The others are for URLs and for grouping statistics.</summary>
    public virtual bool IsOffered => true;

    /// <summary>Whether statistics can be grouped by the facet.</summary>
    public virtual bool CanGroup => true;

    /// <summary>The name of the grouping in URLs.</summary>
    public virtual string GroupName => Parameter;

    /// <summary>
    /// Whether the values have a natural order, as months and numbers do. Other values are listed by descending count.
    /// </summary>
    public virtual bool IsOrdered => NumberCount > 0 || IsTimeBased;

    /// <summary>Whether each value is counted by its own query instead of in one pass over all rows.</summary>
    public virtual bool CountsValuesSeparately => false;

    /// <summary>
    /// The number of values of the column, which are 0 to n - 1, if there are few: such facets are counted together. Otherwise 0.
    /// </summary>
    public virtual int NumberCount => 0;

    /// <summary>Whether the facet's number is computed from the time by <see cref="GetNumberAt"/> instead of from a column.</summary>
    public virtual bool IsTimeBased => false;

    /// <summary>Returns the number for a creation time; 0 means no date.</summary>
    /// <param name="day">The day as shown in lists.</param>
    /// <param name="local">The local time, as <see cref="TimeZoneOffsets.ToLocalMicroseconds"/> returns it.</param>
    public virtual int GetNumberAt(DateOnly day, long local) => 0;

    /// <summary>
    /// The column of <c>sovia.name_set</c> that holds the facet's values for a row's name set (<see cref="NameSets"/>); null if there is
    /// none.
    /// </summary>
    public virtual string? NameSetColumn => null;

    /// <summary>Whether the values are names.</summary>
    public virtual bool IsNameBased => false;

    /// <summary>SQL that counts the facet over annotation rows; null if annotations do not affect the facet.</summary>
    public virtual AnnotationFacetSql? AnnotationSql => null;

    /// <summary>Whether the values come from annotations alone.</summary>
    public bool IsAnnotationOnly => this is { AnnotationSql: not null, ColumnSql: null, NameSetColumn: null };

    /// <summary>Whether the meaning of a value depends on a collection.</summary>
    public virtual bool ReferencesCollections => false;

    /// <summary>Returns the number of items for each value, in display order.</summary>
    /// <param name="keys">The buckets of the list.</param>
    public abstract IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys);

    /// <summary>Formats a stored name as a URL value; null means no known value.</summary>
    public virtual string FormatValue(string? name) => name ?? "none";

    /// <summary>Returns the term of a value.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> returned it.</param>
    public abstract Term ToTerm(string value);

    /// <summary>Returns the term of a value, with dates in a time zone.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> returned it.</param>
    /// <param name="zone">The time zone.</param>
    public virtual Term ToTerm(string value, TimeZoneInfo zone) => ToTerm(value);

    /// <summary>Returns the term of a value for the viewer.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> returned it.</param>
    /// <param name="calendar">The viewer's time zone and current date.</param>
    public virtual Term ToTerm(string value, LocalCalendar calendar) => ToTerm(value, calendar.Zone);

    /// <summary>Returns the display name of a value.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> returned it.</param>
    public abstract string GetLabel(string value);

    /// <summary>Returns the stored name of a value, for programs. Equals the label unless that is a friendlier form.</summary>
    public virtual string GetName(string value) => GetLabel(value);

    /// <summary>Returns a key that is equal for all spellings of a value.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> returned it.</param>
    public virtual string NormalizeValue(string value) => value.ToUpperInvariant();

    /// <summary>Returns the value as a search writes it, <c>model:a</c>.</summary>
    /// <param name="value">As <see cref="FormatValue"/> or <see cref="ParseValue"/> returned it.</param>
    public virtual string ToSearchText(string value) => $"{Parameter}:{value}";

    /// <summary>Returns the canonical form of a value: null if it is invalid, empty if it matches everything.</summary>
    public abstract string? ParseValue(ValueItem item);
}
