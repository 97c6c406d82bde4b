using Microsoft.AspNetCore.Mvc;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Query;
using Sovia.Web;

namespace Sovia.Pages.Settings;

/// <content>The form posts of the gallery's view menu.</content>
public sealed partial class IndexModel
{
    private static readonly Preference[] LayoutPreferences = [PreferenceCatalog.View, PreferenceCatalog.Density, PreferenceCatalog.Columns],
        OrderPreferences = [PreferenceCatalog.Sort, PreferenceCatalog.Unit];

    /// <summary>Saves the layout chosen in the gallery's menu, and shows the list in it.</summary>
    /// <param name="was">The previous layout; values that equal it were not chosen.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostViewAsync(string? was, CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var previous = DisplayOptions.Parse(was);
        await SavePreferencesAsync(from preference in LayoutPreferences
                                   let value = GetSubmittedValue(form, preference)
                                   where value is not null && value != previous.GetValue(preference.Name)
                                   select (preference, value), ct);
        return Response.SeeOther(GetGalleryUrl(form));
    }

    /// <summary>Saves the layout, sort order and unit of a list as the default for URLs without them.</summary>
    /// <param name="was">The previous layout.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostDefaultAsync(string? was, CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var previous = DisplayOptions.Parse(was);
        await SavePreferencesAsync(
            [
                .. LayoutPreferences.Select(p => (p, GetSubmittedValue(form, p) ?? previous.GetValue(p.Name))),
                .. OrderPreferences.Select(preference => (preference, GetSubmittedValue(form, preference) ?? preference.Default)),
            ], ct);
        TempData.SetToast("Saved as the default view.");
        return Response.SeeOther(GetGalleryUrl(form));
    }

    private static string? GetSubmittedValue(IFormCollection form, Preference preference) =>
        form[preference.Name].LastOrDefault() is { Length: > 0 } text ? preference.Normalize(text) : null;

    // Ignores invalid values, because the page that this redirects to reports them.
    private Task<IReadOnlyDictionary<string, string>> SavePreferencesAsync(IEnumerable<(Preference Preference, string Value)> values,
        CancellationToken ct) =>
        edit.ChangeAsync(values.ToDictionary(pair => pair.Preference.Name, pair => (string?)pair.Value), ct);

    private static string GetGalleryUrl(IFormCollection form)
    {
        var pairs = form.Where(field => QueryParameterNames.IsParameter(field.Key))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""));
        var query = Sovia.Query.UrlQueryString.Format(pairs.Where(pair => pair.Value.Length > 0));
        // Names "no preset" explicitly for a gallery of everything, because a URL without parameters shows the default preset.
        return query.Length > 0 ? $"/?{query}" : form.ContainsKey(PresetParameter.Name) ? $"/?{PresetParameter.Name}={PresetParameter.None}"
            : "/";
    }
}
