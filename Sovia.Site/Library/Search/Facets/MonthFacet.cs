using System.Globalization;
using Sovia.Library.Language;

namespace Sovia.Library.Search.Facets;

/// <summary>The month it was made in, or that nobody knows.</summary>
internal sealed class MonthFacet : Facet
{
    private const string None = "none";

    public override string Parameter => "month";

    public override string Title => "Month";

    public override string Expected => "it takes a month such as 2025-10, or none";

    public override object KeyOf(IndexRow row) => row.IsDated ? row.SortAt : "";

    public override IEnumerable<string> ValuesIn(IEnumerable<IndexRow> rows) =>
        rows.Select(row => row.IsDated ? row.SortAt.ToString("yyyy-MM", CultureInfo.InvariantCulture) : None).Distinct().OrderDescending(StringComparer.Ordinal);

    public override Term TermOf(string value) => TermOf(value, TimeZoneInfo.Utc);

    public override Term TermOf(string value, TimeZoneInfo zone) => Month(value) is null ? new Term.IsDated(false)
        : DaySpan.Parse(value, zone) is { } span ? new Term.MadeBetween(span.From, span.Before == DateTimeOffset.MaxValue ? null : span.Before) : new Term.AnyOf([]);

    public override string Shown(string value) => Month(value)?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? "Unknown";

    public override string? Read(ValueItem item) =>
        item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) ? None : Month(item.Text)?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Month(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-M", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var month) ? month : null;
}
