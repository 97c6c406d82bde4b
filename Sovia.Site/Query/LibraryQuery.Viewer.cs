using Sovia.Library.Dates;

namespace Sovia.Query;

/// <content>The viewer's time zone and defaults, which URLs leave out.</content>
public sealed partial record LibraryQuery
{
    /// <summary>
    /// The viewer's time zone. A URL names <see cref="Zone"/> if it differs from this zone, or if <see cref="IncludesZone"/> is set.
    /// </summary>
    public TimeZoneInfo ViewerZone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>Whether dates use the viewer's time zone.</summary>
    public bool UsesViewerZone => TimeZones.AreSame(Zone, ViewerZone);

    /// <summary>Whether the URL names the zone even if it is the viewer's.</summary>
    public bool IncludesZone { get; private init; }

    /// <summary>
    /// The viewer's order and unit for URLs that name none. A URL of this query names them unless they are the standard ones, so that a
    /// shared or stored link keeps its meaning.
    /// </summary>
    public QueryDefaults Defaults { get; private init; } = QueryDefaults.Standard;

    /// <summary>Returns the query for a viewer with other defaults, whose URLs keep its meaning.</summary>
    public LibraryQuery WithDefaults(QueryDefaults defaults) => this with { Defaults = defaults };

    private LibraryQuery WithDefaultSortAndUnit => this with { Sort = Defaults.Sort, RequestedUnit = Defaults.Unit };

    /// <summary>Returns the query with dates in another time zone.</summary>
    public LibraryQuery WithZone(TimeZoneInfo zone) => (this with { Zone = zone }).WithSearch(SearchText);

    /// <summary>The query with a URL that names the time zone, so that it means the same days everywhere.</summary>
    public LibraryQuery WithExplicitZone => this with { IncludesZone = true };
}
