using System.Collections.Immutable;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by weekday of creation.</summary>
internal static class WeekdayField
{
    public static readonly ImmutableArray<(string Value, string Shown)> Days =
        [("mon", "Monday"), ("tue", "Tuesday"), ("wed", "Wednesday"), ("thu", "Thursday"), ("fri", "Friday"), ("sat", "Saturday"),
            ("sun", "Sunday")];

    public static readonly Field Field = new("weekday")
    {
        Metatags = [new WeekdayMetatag()],
        Help = [new("weekday:sat,sun", "Made on a weekend, in your time zone.")],
        Facet = new WeekdayFacet(),
    };

    /// <summary>Returns the number of a weekday by its name or abbreviation; null for any other text.</summary>
    public static int? ParseDay(string text) =>
        text.Length >= 3 && Days.Select((day, index) => (day.Shown, At: (int?)index))
        .FirstOrDefault(day => day.Shown.StartsWith(text, StringComparison.OrdinalIgnoreCase)) is { At: { } at } ? at : null;
}

/// <summary>The <c>weekday:</c> metatag.</summary>
internal sealed class WeekdayMetatag() : DatePartMetatag("weekday", "Day of the week, in your time zone. Use none for unknown.",
    DatePart.Weekday, [.. WeekdayField.Days.Select(day => day.Value)], WeekdayField.ParseDay);

/// <summary>The weekday of creation.</summary>
internal sealed class WeekdayFacet() : DatePartFacet("weekday", "Weekday", DatePart.Weekday, WeekdayField.Days);
