using System.Collections.Immutable;
using System.Globalization;
using Sovia.Preferences;

namespace Sovia.Pages.Gallery;

/// <summary>
/// The layout of the gallery. Values missing from the URL come from the user's preferences, or from a cookie if there are none.
/// </summary>
/// <param name="View"><c>masonry</c>, <c>grid</c> or <c>list</c>.</param>
/// <param name="Density"><c>compact</c>, <c>comfortable</c> or <c>spacious</c>.</param>
/// <param name="Columns">2 to 8, or 0 for as many as fit.</param>
public sealed record DisplayOptions(string View, string Density, int Columns)
{
    /// <summary>The name of the cookie.</summary>
    public const string CookieName = "display";

    /// <summary>The default layout.</summary>
    public static readonly DisplayOptions Default = new("masonry", "comfortable", 0);

    /// <summary>The views.</summary>
    public static ImmutableArray<string> Views { get; } = ["masonry", "grid", "list"];

    /// <summary>The densities.</summary>
    public static ImmutableArray<string> Densities { get; } = ["compact", "comfortable", "spacious"];

    /// <summary>Resolves the layout from the URL, the preferences and the cookie.</summary>
    public static DisplayOptions Resolve(IQueryCollection query, PreferenceSet preferences, string? remembered)
    {
        var stored = Parse(remembered);
        return new(
            GetValid(Views, query["view"], preferences.GetChosenValue(PreferenceCatalog.View) ?? stored.View),
            GetValid(Densities, query["density"], preferences.GetChosenValue(PreferenceCatalog.Density) ?? stored.Density),
            ParseColumns(query["columns"]) ?? ParseColumns(preferences.GetChosenValue(PreferenceCatalog.Columns)) ?? stored.Columns);
    }

    /// <summary>Returns the value of one of the three URL parameters.</summary>
    public string GetValue(string name) => name switch
    {
        "view" => View,
        "density" => Density,
        _ => Columns == 0 ? "auto" : Columns.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Returns whether a URL has any of the parameters.</summary>
    public static bool IsSpecifiedIn(IQueryCollection query) =>
        query.ContainsKey("view") || query.ContainsKey("density") || query.ContainsKey("columns");

    /// <summary>Formats the layout for the cookie.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{View}.{Density}.{Columns}");

    /// <summary>Parses the output of <see cref="ToString"/>; returns the default layout for null or invalid text.</summary>
    public static DisplayOptions Parse(string? remembered) => remembered?.Split('.') is [var view, var density, var columns]
        ? new(GetValid(Views, view, Default.View), GetValid(Densities, density, Default.Density), ParseColumns(columns) ?? Default.Columns)
        : Default;

    private static string GetValid(ImmutableArray<string> validValues, string? given, string fallback) =>
        given is not null && validValues.Contains(given) ? given : fallback;

    private static int? ParseColumns(string? text) =>
        text is "auto" ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is 0
        or (>= 2 and <= 8) ? columns : null;
}
