using Sovia.Query.Facets;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>A statistics table with its chart.</summary>
/// <param name="Id">The element id.</param>
/// <param name="Title">The heading.</param>
/// <param name="Table">The data.</param>
/// <param name="Facet">The facet that the items are grouped by.</param>
/// <param name="View">The page that contains it.</param>
public sealed record StatSection(string Id, string Title, StatTable Table, Facet Facet, StatsView View)
{
    private const int MaxRows = 12, MaxBars = 12, MaxColumns = 400, AllRows = 100_000;

    /// <summary>The rows to show: all of them if they are few or the field has the page to itself.</summary>
    public IReadOnlyList<StatRow> Rows =>
        rows ??= [.. Table.Groups.Take(View.GroupField is not null ? AllRows : Facet.Values.Length > 0 ? Facet.Values.Length : MaxRows)
            .Select(View.CreateRowFactory(this))];

    /// <summary>The URL that shows all rows; null if this section does.</summary>
    public string? AllRowsUrl => Table.Groups.Length > Rows.Count ? View.GetUrl(View.GalleryRequest.Query, Facet.GroupName) : null;

    /// <summary>Whether the chart is a calendar.</summary>
    public bool IsCalendar => Facet.Parameter == "day";

    /// <summary>The chart: a calendar, columns from left to right, or bars from top to bottom.</summary>
    public Chart Chart =>
        chart ??= IsCalendar ? Chart.CreateCalendar(this) : Facet.IsOrdered ? Chart.CreateColumns(this, MaxColumns)
        : Chart.CreateBars(this, MaxBars);

    private IReadOnlyList<StatRow>? rows;
    private Chart? chart;
}
