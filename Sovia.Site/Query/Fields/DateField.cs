using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters and sorts by creation date.</summary>
internal static class DateField
{
    public static readonly Field Field = new("date")
    {
        Metatags = [new DateMetatag()],
        Is = [("undated", new Term.IsDated(false))],
        Has = [("date", new Term.IsDated(true))],
        Facet = new MonthFacet(),
    };
}

/// <summary>The <c>date:</c> metatag, in the viewer's time zone.</summary>
internal sealed class DateMetatag : IMetatag
{
    public string Name => "date";

    public string Help =>
        "Date created. A year, month or day, or a period: 30d, 8w, 6m, 2y for the last 30 days, 8 weeks, 6 months, 2 years. In your time "
        + "zone, or UTC without JavaScript.";

    public ImmutableArray<string> Examples => ["date:2025-10", "date:2025-10-01..2025-10-18", "date:>2025-09", "date:week", "date:none"];

    public ImmutableArray<string> Values => ["today", "yesterday", "week", "month", "year", "30d", "none", "any"];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar) => item.Text.ToLowerInvariant() switch
    {
        "none" => new(new Term.IsDated(false), "none"),
        "any" => new(new Term.IsDated(true), "any"),
        var text => ParseRange(RangeBounds.Parse(text), calendar)
            ?? ParsedValue.Invalid(
                $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a date. Use 2025, 2025-10, 2025-10-18, a range like {Examples[1]}, or a period like week."),
    };

    private static ParsedValue? ParseRange(RangeBounds bounds, LocalCalendar calendar)
    {
        var from = bounds.From is null ? null : DateExpression.Parse(bounds.From, calendar);
        var to = bounds.To is null ? null : DateExpression.Parse(bounds.To, calendar);
        if (from is null != bounds.From is null || to is null != bounds.To is null || (from ?? to) is null) return null;
        var isReversed = to?.Before <= from?.From;
        if (isReversed) (from, to) = (to, from);
        var term = bounds.IsExclusive
            ? new Term.CreatedBetween(from is null ? null : from.Before ?? DateTimeOffset.MaxValue, to?.From)
            : new Term.CreatedBetween(from?.From, to?.Before);
        return new(
            term,
            RangeBounds.Format(from?.CanonicalText, to?.CanonicalText, bounds.IsExclusive),
            isReversed ? "Range reversed: start and end were swapped." : null,
            from?.IsRelative == true || to?.IsRelative == true);
    }
}
