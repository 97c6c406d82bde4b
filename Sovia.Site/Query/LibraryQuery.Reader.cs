using Sovia.Library.Dates;

namespace Sovia.Query;

/// <content>Whoever looks: their days, and what an address leaves to them.</content>
public sealed partial record LibraryQuery
{
    /// <summary>
    /// The time zone of whoever looks. An address names <see cref="Zone"/> where it is another one, or where <see cref="IncludesZone"/> is
    /// set.
    /// </summary>
    public TimeZoneInfo ViewerZone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>Whether dates mean the days of whoever looks.</summary>
    public bool UsesViewerZone => TimeZones.AreSame(Zone, ViewerZone);

    /// <summary>Whether an address names the zone even where it is that of whoever looks.</summary>
    public bool IncludesZone { get; private init; }

    /// <summary>
    /// What an address that names no order and no unit means to whoever looks. An address of this query names them unless it means the same
    /// to everybody, so that a link that is shared or stored keeps its meaning.
    /// </summary>
    public QueryDefaults Defaults { get; private init; } = QueryDefaults.Standard;

    /// <summary>The same for a reader with other defaults, in whose addresses it means the same.</summary>
    public LibraryQuery WithDefaults(QueryDefaults defaults) => this with { Defaults = defaults };

    private LibraryQuery InDefaultOrder => this with { Sort = Defaults.Sort, RequestedUnit = Defaults.Unit };

    /// <summary>By the days of another time zone.</summary>
    public LibraryQuery WithZone(TimeZoneInfo zone) => (this with { Zone = zone }).WithSearch(SearchText);

    /// <summary>The same with an address that means the same days wherever it is opened.</summary>
    public LibraryQuery WithExplicitZone => this with { IncludesZone = true };
}
