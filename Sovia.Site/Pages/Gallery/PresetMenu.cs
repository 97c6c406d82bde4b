using Sovia.Library.Search;
using Sovia.Preferences;

namespace Sovia.Pages.Gallery;

/// <summary>The presets as the gallery offers them.</summary>
/// <param name="Lines">Each with the gallery that it shows, and whether that is this one.</param>
/// <param name="Everything">The gallery without any.</param>
/// <param name="Query">What a new preset of this gallery keeps.</param>
public sealed record PresetMenu(IReadOnlyList<(Preset Preset, string Address, bool IsCurrent)> Lines, string Everything, string Query)
{
    /// <summary>The menu of a gallery.</summary>
    public static PresetMenu Of(Asked asked)
    {
        var query = asked.Query.For(QueryDefaults.Usual).ToQueryString();
        var view = $"view={asked.Display.View}&density={asked.Display.Density}&columns={asked.Display.ValueOf("columns")}";
        var here = $"{query}&{view}".Split('&', StringSplitOptions.RemoveEmptyEntries);
        // A preset that says nothing of the view is this one in any.
        bool IsHere(Preset preset) => preset.Query.Split('&', StringSplitOptions.RemoveEmptyEntries) is var parts
            && parts.All(here.Contains) && parts.Count(part => !view.Contains(part, StringComparison.Ordinal)) == (query.Length == 0 ? 0 : query.Split('&').Length);
        return new(
            [.. asked.Preferences.Presets.Select(preset => (preset, AskedPreset.AddressOf(preset, asked.Preferences), IsHere(preset)))],
            asked.Gallery(asked.Query.Cleared.WithSort(asked.Preferences.Defaults.Sort).WithUnit(asked.Preferences.Defaults.Unit)),
            $"{query}&{view}".TrimStart('&'));
    }

    /// <summary>The preset that this gallery shows; null for none.</summary>
    public Preset? Current => Lines.Where(line => line.IsCurrent).Select(line => line.Preset).FirstOrDefault();
}
