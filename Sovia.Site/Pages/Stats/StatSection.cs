using Sovia.Query.Facets;
using Sovia.Stats;

namespace Sovia.Pages.Stats;

/// <summary>A table of figures with its chart.</summary>
/// <param name="Id">Its name in the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Table">The figures.</param>
/// <param name="Facet">What they are sorted by.</param>
/// <param name="View">The page it stands on.</param>
public sealed record StatSection(string Id, string Title, StatTable Table, Facet Facet, StatsView View)
{
    private const int MostRows = 12, MostBars = 12, MostColumns = 400, Every = 100_000;

    /// <summary>The rows that stand here: all of them on a page of their own, and where they are few.</summary>
    public IReadOnlyList<StatRow> Rows =>
        rows ??= [.. Table.Groups.Take(View.GroupField is not null ? Every : Facet.Values.Length > 0 ? Facet.Values.Length : MostRows)
            .Select(View.CreateRowFactory(this))];

    /// <summary>Where all rows stand; null where they stand here.</summary>
    public string? AllRowsUrl => Table.Groups.Length > Rows.Count ? View.GetUrl(View.GalleryRequest.Query, Facet.GroupName) : null;

    /// <summary>Whether the chart is of days.</summary>
    public bool IsCalendar => Facet.Parameter == "day";

    /// <summary>The chart, from left to right or from the top down.</summary>
    public Chart Chart =>
        chart ??= IsCalendar ? Chart.CreateCalendar(this) : Facet.IsOrdered ? Chart.CreateColumns(this, MostColumns)
        : Chart.CreateBars(this, MostBars);

    private IReadOnlyList<StatRow>? rows;
    private Chart? chart;
}
