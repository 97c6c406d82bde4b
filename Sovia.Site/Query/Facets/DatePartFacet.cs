using System.Collections.Immutable;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>A facet of a recurring date part (weekday, hour) in the viewer's time zone.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="title">The facet's display name.</param>
/// <param name="part">The date part.</param>
/// <param name="values">Each value with its display name, in the order of its numbers.</param>
internal abstract class DatePartFacet(string parameter, string title, DatePart part, ImmutableArray<(string Value, string Shown)> values)
    : Facet
{
    private const string None = "none";

    public override string Parameter => parameter;

    public override string Title => title;

    public override string ValueDescription => $"Use {string.Join(", ", Values)}";

    public override ImmutableArray<string> Values => [.. values.Select(value => value.Value), None];

    public override bool IsOffered => false;

    public override bool IsTimeBased => true;

    public override int GetNumberAt(DateOnly day, long local) => TimeZoneOffsets.GetLocalDatePart(part, local) + 1;

    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) =>
        Values.Select((value, i) => (value, keys.Where(key => key.Number == (i == values.Length ? 0 : i + 1)).Sum(key => key.Count)));

    public override Term ToTerm(string value) => ToTerm(value, TimeZoneInfo.Utc);

    public override Term ToTerm(string value, TimeZoneInfo zone) => DatePartTerms.Create(part, Values.IndexOf(value), zone, values.Length);

    public override string GetLabel(string value) => value == None ? "Unknown" : values[Values.IndexOf(value)].Shown;

    public override string? ParseValue(ValueItem item) =>
        Values.FirstOrDefault(value => value.Equals(item.Text, StringComparison.OrdinalIgnoreCase));
}
