using Sovia.Preferences;
using Sovia.Query;

namespace Sovia.Pages.Gallery;

/// <summary>The preset menu of the gallery.</summary>
/// <param name="Items">The presets, each with its gallery URL and whether it is the current one.</param>
/// <param name="EverythingUrl">The gallery URL without a preset.</param>
/// <param name="Query">The query string that a new preset of this gallery stores.</param>
public sealed record PresetMenu(IReadOnlyList<(Preset Preset, string Address, bool IsCurrent)> Items, string EverythingUrl, string Query)
{
    /// <summary>Creates the menu of a gallery.</summary>
    public static PresetMenu FromRequest(GalleryRequest galleryRequest)
    {
        var query = galleryRequest.Query.WithDefaults(QueryDefaults.Standard).ToQueryString();
        var layout =
            $"view={galleryRequest.Display.View}&density={galleryRequest.Display.Density}&columns={galleryRequest.Display.GetValue("columns")}";
        var active = $"{query}&{layout}".Split('&', StringSplitOptions.RemoveEmptyEntries);
        // Ignores the layout if the preset has no layout parameters.
        bool IsCurrentPreset(Preset preset) => preset.Query.Split('&', StringSplitOptions.RemoveEmptyEntries) is var parts
            && parts.All(active.Contains) && parts.Count(part => !layout.Contains(part, StringComparison.Ordinal)) == (query.Length == 0 ? 0
                : query.Split('&').Length);
        return new(
            [.. galleryRequest.Preferences.Presets
                .Select(preset => (preset, PresetParameter.GetUrl(preset, galleryRequest.Preferences), IsCurrentPreset(preset)))],
            galleryRequest.GetGalleryUrl(galleryRequest.Query.WithoutFilters.WithSort(galleryRequest.Preferences.Defaults.Sort)
                .WithUnit(galleryRequest.Preferences.Defaults.Unit)),
            $"{query}&{layout}".TrimStart('&'));
    }

    /// <summary>The current preset; null for none.</summary>
    public Preset? CurrentPreset => Items.Where(item => item.IsCurrent).Select(item => item.Preset).FirstOrDefault();
}
