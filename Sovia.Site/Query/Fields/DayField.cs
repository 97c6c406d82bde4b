using System.Globalization;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by creation day. Searches use <c>date:</c> instead.</summary>
internal static class DayField
{
    public static readonly Field Field = new("day") { Facet = new DayFacet() };
}

/// <summary>The creation day, or unknown.</summary>
internal sealed class DayFacet : Facet
{
    private const string None = "none", DayFormat = "yyyy-MM-dd";

    public override string Parameter => "day";

    public override string Title => "Day";

    public override string ValueDescription => "Use a day such as 2025-10-18, or none";

    public override bool IsOffered => false;

    public override bool IsTimeBased => true;

    public override int GetNumberAt(DateOnly day, long local) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) =>
        keys.OrderByDescending(key => key.Number)
        .Select(key => (key.Number == 0 ? None
            : new DateOnly(key.Number / 10_000, key.Number / 100 % 100, key.Number % 100).ToString(DayFormat, CultureInfo.InvariantCulture),
            key.Count));

    public override Term ToTerm(string value) => ToTerm(value, TimeZoneInfo.Utc);

    public override Term ToTerm(string value, TimeZoneInfo zone) => ParseDay(value) is null ? new Term.IsDated(false)
        : DateSpan.Parse(value, zone) is { } span
        ? new Term.CreatedBetween(span.From, span.Before == DateTimeOffset.MaxValue ? null : span.Before) : new Term.AnyOf([]);

    public override string GetLabel(string value) => ParseDay(value)?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "Unknown";

    public override string ToSearchText(string value) => $"date:{value}";

    public override string? ParseValue(ValueItem item) =>
        item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) ? None
            : ParseDay(item.Text)?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
