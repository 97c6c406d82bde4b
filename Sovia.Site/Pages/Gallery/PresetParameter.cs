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
        var (query, preferences) = (request.Query, request.GetPreferences());
        if (request.Path != "/") return (null, query, null);
        if (PositionParameters.GetLastValue(query, Name) is not { } presetName)
            return preferences.DefaultPreset is not { } home || request.WantsFragment() || query.Keys.Any(QueryParameterNames.IsParameter)
                ? (null, query, null) : (home, MergeParameters(home, request, now), null);
        if (presetName == None) return (null, query, null);
        if (preferences.FindPreset(presetName) is not { } preset)
            return (null, query, new(Name, presetName, $"No preset is called “{Sovia.Library.StorableText.SanitizeLine(presetName, 60)}”."));
        return (preset, MergeParameters(preset, request, now), null);
    }

    /// <summary>Returns the gallery URL of a preset.</summary>
    public static string GetUrl(Preset preset, PreferenceSet preferences)
    {
        var parts = preset.Query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        bool HasParameter(string name) => Array.Exists(parts, part => part.StartsWith(name, StringComparison.Ordinal));
        // Adds the default for a missing parameter if the user's preference differs, because the preference would apply otherwise.
        List<string> parameters = [.. parts];
        if (preferences.Defaults.Sort != QueryDefaults.Standard.Sort && !HasParameter("sort="))
            parameters.Add($"sort={QueryDefaults.Standard.Sort.Name}");
        if (preferences.Defaults.Unit != QueryDefaults.Standard.Unit && !HasParameter("unit="))
            parameters.Add($"unit={QueryParameterNames.GetUnitName(QueryDefaults.Standard.Unit)}");
        return parameters.Count > 0 ? $"/?{string.Join('&', parameters)}" : $"/?{Name}={None}";
    }

    // Parameters of the URL take precedence.
    private static QueryCollection MergeParameters(Preset preset, HttpRequest request, DateTimeOffset now)
    {
        var (presetQuery, _) = PresetQuery.Parse(preset.Query, now, ViewerTimeZone.FromRequest(request));
        var merged = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in presetQuery.ToParameters(request.GetPreferences().Defaults)) merged[name] = value;
        foreach (var (name, values) in request.Query) merged[name] = values;
        return new(merged);
    }
}
