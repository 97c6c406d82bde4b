using System.Collections.Immutable;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>When it was made.</summary>
internal static class DateField
{
    public static readonly Field Field = new("date")
    {
        Metatags = [new DateTag()],
        Is = [("undated", new Term.IsDated(false))],
        Has = [("date", new Term.IsDated(true))],
        Facet = new MonthFacet(),
    };
}

/// <summary><c>date:</c> when it was made, by the days of whoever looks.</summary>
internal sealed class DateTag : IMetatag
{
    public string Name => "date";

    public string Help => "Date created. A year, month or day, or a period: 30d, 8w, 6m, 2y for the last 30 days, 8 weeks, 6 months, 2 years. In your time zone, or UTC without JavaScript.";

    public ImmutableArray<string> Examples => ["date:2025-10", "date:2025-10-01..2025-10-18", "date:>2025-09", "date:week", "date:none"];

    public ImmutableArray<string> Values => ["today", "yesterday", "week", "month", "year", "30d", "none", "any"];

    public ItemReading Read(ValueItem item, LocalCalendar calendar) => item.Text.ToLowerInvariant() switch
    {
        "none" => new(new Term.IsDated(false), "none"),
        "any" => new(new Term.IsDated(true), "any"),
        var text => Span(Bounds.Of(text), calendar) ?? ItemReading.Wrong($"“{Signs.Cut(item.Text, 40)}” isn't a date. Use 2025, 2025-10, 2025-10-18, a range like {Examples[1]}, or a period like week."),
    };

    private static ItemReading? Span(Bounds bounds, LocalCalendar calendar)
    {
        var from = bounds.From is null ? null : DateUnit.Of(bounds.From, calendar);
        var to = bounds.To is null ? null : DateUnit.Of(bounds.To, calendar);
        if (from is null != bounds.From is null || to is null != bounds.To is null || (from ?? to) is null) return null;
        var backwards = to?.Before <= from?.From;
        if (backwards) (from, to) = (to, from);
        var span = bounds.Without
            ? new Term.MadeBetween(from is null ? null : from.Before ?? DateTimeOffset.MaxValue, to?.From)
            : new Term.MadeBetween(from?.From, to?.Before);
        return new(
            span,
            Bounds.Written(from?.Written, to?.Written, bounds.Without),
            backwards ? "Range reversed: start and end were swapped." : null,
            from?.Moves == true || to?.Moves == true);
    }
}
