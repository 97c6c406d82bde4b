using System.Globalization;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>The creation month, or unknown.</summary>
internal sealed class MonthFacet : Facet
{
    private const string None = "none";

    public override string Parameter => "month";

    public override string Title => "Month";

    public override string ValueDescription => "Use a month such as 2025-10, or none";

    public override bool IsTimeBased => true;

    public override int GetNumberAt(DateOnly day, long local) => (day.Year * 100) + day.Month;

    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) =>
        keys.OrderByDescending(bucket => bucket.Number)
        .Select(bucket => (bucket.Number == 0 ? None
            : string.Create(CultureInfo.InvariantCulture, $"{bucket.Number / 100:0000}-{bucket.Number % 100:00}"), bucket.Count));

    public override Term ToTerm(string value) => ToTerm(value, TimeZoneInfo.Utc);

    public override Term ToTerm(string value, TimeZoneInfo zone) => ParseMonth(value) is null ? new Term.IsDated(false)
        : DateSpan.Parse(value, zone) is { } span
        ? new Term.CreatedBetween(span.From, span.Before == DateTimeOffset.MaxValue ? null : span.Before) : new Term.AnyOf([]);

    public override string GetLabel(string value) => ParseMonth(value)?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? "Unknown";

    public override string ToSearchText(string value) => $"date:{value}";

    public override string? ParseValue(ValueItem item) =>
        item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) ? None
        : ParseMonth(item.Text)?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateTimeOffset? ParseMonth(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-M", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var month) ? month
        : null;
}
