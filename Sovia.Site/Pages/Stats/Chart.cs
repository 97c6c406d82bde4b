using System.Globalization;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>A chart of a table, in units of about one pixel.</summary>
/// <param name="Kind"><c>bars</c>, <c>columns</c> or <c>days</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Description">A text description of the data.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Marks">The bars or cells.</param>
public sealed record Chart(string Kind, string Title, string Description, int Width, int Height, IReadOnlyList<ChartMark> Marks)
{
    private const int BarWidth = 360, BarHeight = 30, ColumnHeight = 132, LabelHeight = 18, Cell = 13, WeekCount = 53, MaxColumnWidth = 48;

    /// <summary>The weekday labels.</summary>
    public IReadOnlyList<(string Text, double X, double Y)> AxisLabels { get; private init; } = [];

    /// <summary>The path of the cells behind the marks; empty for none.</summary>
    public string BackgroundPath { get; private init; } = "";

    /// <summary>Creates horizontal bars, longest first.</summary>
    public static Chart CreateBars(StatSection section, int maxGroups)
    {
        var groups = section.Table.Groups.Take(maxGroups).ToList();
        var largest = Math.Max(1, groups.Select(group => group.Count).DefaultIfEmpty().Max());
        return new("bars", section.Title, GetDescription(section), BarWidth, groups.Count * BarHeight,
            [.. groups.Select((group, i) => new ChartMark(
            GetName(group), Truncate(GetName(group)), section.View.GetGalleryUrl(group), 0, (i * BarHeight) + 17,
            Math.Max(2, (double)BarWidth * group.Count / largest), 9) { LabelX = 0, LabelY = (i * BarHeight) + 13 })]);
    }

    /// <summary>Creates columns in the order of values, with the newest month on the right.</summary>
    public static Chart CreateColumns(StatSection section, int maxGroups)
    {
        var groups = FillGaps(section, maxGroups);
        var largest = Math.Max(1, groups.Select(group => group.Group?.Count ?? 0).DefaultIfEmpty().Max());
        var step = Math.Min(MaxColumnWidth, (double)BarWidth / Math.Max(groups.Count, 1));
        var labelInterval = Math.Max(1, (int)Math.Ceiling(groups.Count / 8.0));
        return new("columns", section.Title, GetDescription(section), BarWidth, ColumnHeight + LabelHeight,
            [.. groups.Select((entry, i) => entry.Group is not { } group ? null : new ChartMark(
            GetName(group), i % labelInterval == 0 ? entry.Label : "", section.View.GetGalleryUrl(group), i * step,
            ColumnHeight - GetHeight(group.Count, largest), Math.Max(1, step - Math.Min(3, step / 5)), GetHeight(group.Count, largest))
        {
            LabelX = (i + 0.5) * step,
            LabelY = ColumnHeight + 14,
        }).OfType<ChartMark>()]);
    }

    /// <summary>Creates a calendar of the last year with data: one cell per day, one column per week.</summary>
    public static Chart CreateCalendar(StatSection section)
    {
        var days = section.Table.Groups.Select(group => (Group: group, Day: ParseDay(group.Value))).Where(d => d.Day is not null)
            .Select(d => (d.Group, Day: d.Day!.Value)).ToList();
        if (days.Count == 0) return new("days", section.Title, GetDescription(section), 1, 1, []);
        var lastDay = days.Max(d => d.Day);
        var lastMonday = lastDay.AddDays(-(((int)lastDay.DayOfWeek + 6) % 7));
        var firstDay = lastMonday.AddDays(Math.Max(DateOnly.MinValue.DayNumber - lastMonday.DayNumber, -7 * (WeekCount - 1)));
        var shownDays = days.FindAll(d => d.Day >= firstDay);
        var largest = shownDays.Max(d => d.Group.Count);
        return new("days", section.Title, GetDescription(section), 30 + (WeekCount * Cell), 16 + (7 * Cell),
            [.. shownDays.Select(d => new ChartMark(GetName(d.Group), "", section.View.GetGalleryUrl(d.Group),
            30 + ((d.Day.DayNumber - firstDay.DayNumber) / 7 * Cell), 16 + ((((int)d.Day.DayOfWeek + 6) % 7) * Cell), Cell - 2, Cell - 2, 1
            + (int)(3.999 * Math.Sqrt((double)(d.Group.Count - 1) / Math.Max(1, largest - 1)))))])
        {
            BackgroundPath = string.Concat(Enumerable.Range(0, lastDay.DayNumber - firstDay.DayNumber + 1)
                .Select(day => $"M{30 + (day / 7 * Cell)} {16 + (day % 7 * Cell)}h{Cell - 2}v{Cell - 2}h{2 - Cell}z")),
            AxisLabels =
            [
                ("Mon", 0, 16 + 10), ("Wed", 0, 16 + 10 + (2 * Cell)), ("Fri", 0, 16 + 10 + (4 * Cell)),
                .. Enumerable.Range(0, WeekCount).Select(week => (Week: week, Day: firstDay.AddDays(7 * week))).Where(w => w.Day.Day <= 7)
                    .Select(w => (w.Day.ToString("MMM", CultureInfo.InvariantCulture), 30.0 + (w.Week * Cell), 10.0)),
            ],
        };
    }

    // Includes empty months as gaps.
    private static List<(StatGroup? Group, string Label)> FillGaps(StatSection section, int max)
    {
        var groups = section.Table.Groups.Where(group => !section.Facet.IsTimeBased || group.Value != "none").ToList();
        // Includes empty hours and weekdays too.
        if (section.Facet is { IsTimeBased: true, Values.Length: > 0 } facet)
            return [.. facet.Values.Where(value => value != "none")
                .Select(value => (groups.Find(group => group.Value == value), Abbreviate(facet.GetLabel(value))))];
        if (section.Facet.Parameter != "month" || groups.Count == 0)
            return [.. groups.Take(max).Select(group => ((StatGroup?)group, group.Value == "none" ? "–" : group.Value))];
        var byMonth = groups.ToDictionary(group => ParseMonthIndex(group.Value));
        var lastMonth = byMonth.Keys.Max();
        return [.. Enumerable.Range(Math.Max(byMonth.Keys.Min(), lastMonth - max + 1), Math.Min(max, lastMonth - byMonth.Keys.Min() + 1))
            .Select(month => (byMonth.GetValueOrDefault(month),
                new DateOnly(month / 12, (month % 12) + 1, 1).ToString("MMM yy", CultureInfo.InvariantCulture)))];
    }

    private static string Abbreviate(string label) => label[..Math.Min(label.Length, char.IsDigit(label[0]) ? 2 : 3)];

    private static int ParseMonthIndex(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (month.Year * 12)
        + month.Month - 1 : 0;

    private static DateOnly? ParseDay(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static double GetHeight(int count, int largest) => Math.Max(2, (double)(ColumnHeight - 4) * count / largest);

    private static string GetName(StatGroup group) => string.Create(CultureInfo.InvariantCulture, $"{group.Label}: {group.Count:N0}");

    private static string Truncate(string label) => label.Length <= 44 ? label : $"{label[..43]}…";

    private static string GetDescription(StatSection section) => section.Table.Groups.MaxBy(group => group.Count) is not { } largest ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $"{section.Table.Groups.Length:N0} {(section.Table.Groups.Length == 1 ? "value" : "values")}; the largest is {GetName(largest)} of {section.Table.Total:N0}. The table beside it has all figures.");
}
