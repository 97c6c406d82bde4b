using System.Globalization;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>The month it was made in, or that nobody knows.</summary>
internal sealed class MonthFacet : Facet
{
    private const string None = "none";

    public override string Parameter => "month";

    public override string Title => "Month";

    public override string Expected => "Use a month such as 2025-10, or none";

    public override bool IsOfTime => true;

    public override int NumberAt(DateOnly day, long local) => (day.Year * 100) + day.Month;

    public override IEnumerable<(string Value, int Count)> CountsOf(IReadOnlyList<FacetKey> keys) =>
        keys.OrderByDescending(key => key.Number).Select(key => (key.Number == 0 ? None : string.Create(CultureInfo.InvariantCulture, $"{key.Number / 100:0000}-{key.Number % 100:00}"), key.Count));

    public override Term TermOf(string value) => TermOf(value, TimeZoneInfo.Utc);

    public override Term TermOf(string value, TimeZoneInfo zone) => Month(value) is null ? new Term.IsDated(false)
        : DaySpan.Parse(value, zone) is { } span ? new Term.MadeBetween(span.From, span.Before == DateTimeOffset.MaxValue ? null : span.Before) : new Term.AnyOf([]);

    public override string Shown(string value) => Month(value)?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? "Unknown";

    public override string Searched(string value) => $"date:{value}";

    public override string? Read(ValueItem item) =>
        item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) ? None : Month(item.Text)?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Month(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-M", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var month) ? month : null;
}
