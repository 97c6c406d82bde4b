using System.Collections.Immutable;
using System.Globalization;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by hour of creation.</summary>
internal static class HourField
{
    private const int HoursPerDay = 24;

    public static readonly ImmutableArray<(string Value, string Shown)> All = [.. Enumerable.Range(0, HoursPerDay)
        .Select(hour => (hour.ToString("00", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00")))];

    public static readonly Field Field = new("hour")
    {
        Metatags = [new HourMetatag()],
        Help = [new("hour:22,23", "Made between 22:00 and midnight, in your time zone.")],
        Facet = new HourFacet(),
    };

    /// <summary>Parses an hour; returns null for anything else.</summary>
    public static int? ParseHour(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < HoursPerDay ? hour : null;
}

/// <summary>The <c>hour:</c> metatag.</summary>
internal sealed class HourMetatag() : DatePartMetatag("hour", "Hour of day, 0 to 23, in your time zone. Use none for unknown.",
    DatePart.Hour, [.. HourField.All.Select(hour => hour.Value)], HourField.ParseHour);

/// <summary>The hour of creation.</summary>
internal sealed class HourFacet() : DatePartFacet("hour", "Hour", DatePart.Hour, HourField.All)
{
    public override string? ParseValue(Sovia.Query.Language.ValueItem item) =>
        HourField.ParseHour(item.Text) is { } hour ? HourField.All[hour].Value : base.ParseValue(item);
}
