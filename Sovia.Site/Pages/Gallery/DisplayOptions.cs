using System.Collections.Immutable;
using System.Globalization;
using Sovia.Preferences;

namespace Sovia.Pages.Gallery;

/// <summary>
/// How the gallery is laid out. The address says so; what it leaves out is as the user prefers, or before they chose as a cookie remembers.
/// </summary>
/// <param name="View"><c>masonry</c>, <c>grid</c> or <c>list</c>.</param>
/// <param name="Density"><c>compact</c>, <c>comfortable</c> or <c>spacious</c>.</param>
/// <param name="Columns">2 to 8, or 0 for as many as fit.</param>
public sealed record DisplayOptions(string View, string Density, int Columns)
{
    /// <summary>The cookie it is remembered in.</summary>
    public const string CookieName = "display";

    /// <summary>As it is until somebody chooses.</summary>
    public static readonly DisplayOptions Default = new("masonry", "comfortable", 0);

    /// <summary>The views.</summary>
    public static ImmutableArray<string> Views { get; } = ["masonry", "grid", "list"];

    /// <summary>The densities.</summary>
    public static ImmutableArray<string> Densities { get; } = ["compact", "comfortable", "spacious"];

    /// <summary>What an address, what the user prefers and what is remembered come to.</summary>
    public static DisplayOptions Resolve(IQueryCollection query, PreferenceSet preferences, string? remembered)
    {
        var last = Parse(remembered);
        return new(
            OneOf(Views, query["view"], preferences.GetChosenValue(PreferenceCatalog.View) ?? last.View),
            OneOf(Densities, query["density"], preferences.GetChosenValue(PreferenceCatalog.Density) ?? last.Density),
            Number(query["columns"]) ?? Number(preferences.GetChosenValue(PreferenceCatalog.Columns)) ?? last.Columns);
    }

    /// <summary>What it says by one of its three parameters, as addresses write it.</summary>
    public string GetValue(string name) => name switch
    {
        "view" => View,
        "density" => Density,
        _ => Columns == 0 ? "auto" : Columns.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Whether an address says anything of it.</summary>
    public static bool IsSpecifiedIn(IQueryCollection query) =>
        query.ContainsKey("view") || query.ContainsKey("density") || query.ContainsKey("columns");

    /// <summary>The form that the cookie keeps.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{View}.{Density}.{Columns}");

    /// <summary>The layout that <see cref="ToString"/> wrote; where there is none, the default one.</summary>
    public static DisplayOptions Parse(string? remembered) => remembered?.Split('.') is [var view, var density, var columns]
        ? new(OneOf(Views, view, Default.View), OneOf(Densities, density, Default.Density), Number(columns) ?? Default.Columns)
        : Default;

    private static string OneOf(ImmutableArray<string> known, string? given, string otherwise) =>
        given is not null && known.Contains(given) ? given : otherwise;

    private static int? Number(string? given) =>
        given is "auto" ? 0 : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is 0
        or (>= 2 and <= 8) ? columns : null;
}
