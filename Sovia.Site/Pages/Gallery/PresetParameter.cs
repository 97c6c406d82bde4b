using Microsoft.Extensions.Primitives;
using Sovia.Preferences;
using Sovia.Query;
using Sovia.Web;

namespace Sovia.Pages.Gallery;

/// <summary>
/// Resolves the preset of a gallery URL: the one it names, or the default preset if it has no parameters at all.
/// </summary>
internal static class PresetParameter
{
    /// <summary>The parameter that names a preset, and its value for none.</summary>
    public const string Name = "preset", None = "none";

    /// <summary>
    /// Returns the preset, its parameters merged with those of the URL, and a message if the URL names an unknown preset.
    /// </summary>
    public static (Preset? Preset, IQueryCollection Given, ParameterMessage? Message) Resolve(HttpRequest request, DateTimeOffset now)
    {
        var (given, preferences) = (request.Query, request.GetPreferences());
        if (request.Path != "/") return (null, given, null);
        if (PositionParameters.GetLastValue(given, Name) is not { } named)
            return preferences.DefaultPreset is not { } usual || request.WantsFragment() || given.Keys.Any(QueryParameterNames.IsParameter)
                ? (null, given, null) : (usual, With(usual, request, now), null);
        if (named == None) return (null, given, null);
        if (preferences.FindPreset(named) is not { } preset)
            return (null, given, new(Name, named, $"No preset is called “{Sovia.Library.StorableText.SanitizeLine(named, 60)}”."));
        return (preset, With(preset, request, now), null);
    }

    /// <summary>Returns the gallery URL of a preset.</summary>
    public static string GetUrl(Preset preset, PreferenceSet preferences)
    {
        var parts = preset.Query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        bool IsNamed(string name) => Array.Exists(parts, part => part.StartsWith(name, StringComparison.Ordinal));
        // A missing parameter means the default, which must be spelt out where the user's preference differs.
        List<string> all = [.. parts];
        if (preferences.Defaults.Sort != QueryDefaults.Standard.Sort && !IsNamed("sort="))
            all.Add($"sort={QueryDefaults.Standard.Sort.Name}");
        if (preferences.Defaults.Unit != QueryDefaults.Standard.Unit && !IsNamed("unit="))
            all.Add($"unit={QueryParameterNames.GetUnitName(QueryDefaults.Standard.Unit)}");
        return all.Count > 0 ? $"/?{string.Join('&', all)}" : $"/?{Name}={None}";
    }

    // Parameters of the URL take precedence.
    private static QueryCollection With(Preset preset, HttpRequest request, DateTimeOffset now)
    {
        var (read, _) = PresetQuery.Parse(preset.Query, now, ViewerTimeZone.FromRequest(request));
        var all = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in read.ToParameters(request.GetPreferences().Defaults)) all[name] = value;
        foreach (var (name, values) in request.Query) all[name] = values;
        return new(all);
    }
}
