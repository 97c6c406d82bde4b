using Sovia.Preferences;
using Sovia.Query;

namespace Sovia.Pages.Gallery;

/// <summary>The presets as the gallery offers them.</summary>
/// <param name="Items">Each with the gallery that it shows, and whether that is this one.</param>
/// <param name="EverythingUrl">The gallery without any.</param>
/// <param name="Query">What a new preset of this gallery keeps.</param>
public sealed record PresetMenu(IReadOnlyList<(Preset Preset, string Address, bool IsCurrent)> Items, string EverythingUrl, string Query)
{
    /// <summary>The menu of a gallery.</summary>
    public static PresetMenu FromRequest(GalleryRequest galleryRequest)
    {
        var query = galleryRequest.Query.WithDefaults(QueryDefaults.Standard).ToQueryString();
        var view =
            $"view={galleryRequest.Display.View}&density={galleryRequest.Display.Density}&columns={galleryRequest.Display.GetValue("columns")}";
        var here = $"{query}&{view}".Split('&', StringSplitOptions.RemoveEmptyEntries);
        // A preset that says nothing of the view is this one in any.
        bool IsHere(Preset preset) => preset.Query.Split('&', StringSplitOptions.RemoveEmptyEntries) is var parts
            && parts.All(here.Contains) && parts.Count(part => !view.Contains(part, StringComparison.Ordinal)) == (query.Length == 0 ? 0
                : query.Split('&').Length);
        return new(
            [.. galleryRequest.Preferences.Presets
                .Select(preset => (preset, PresetParameter.GetUrl(preset, galleryRequest.Preferences), IsHere(preset)))],
            galleryRequest.GetGalleryUrl(galleryRequest.Query.WithoutFilters.WithSort(galleryRequest.Preferences.Defaults.Sort)
                .WithUnit(galleryRequest.Preferences.Defaults.Unit)),
            $"{query}&{view}".TrimStart('&'));
    }

    /// <summary>The preset that this gallery shows; null for none.</summary>
    public Preset? CurrentPreset => Items.Where(line => line.IsCurrent).Select(line => line.Preset).FirstOrDefault();
}
