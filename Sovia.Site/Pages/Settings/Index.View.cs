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
    private static readonly Preference[] Layout = [PreferenceCatalog.View, PreferenceCatalog.Density, PreferenceCatalog.Columns],
        Order = [PreferenceCatalog.Sort, PreferenceCatalog.Unit];

    /// <summary>Saves the layout chosen in the gallery's menu, and shows the list in it.</summary>
    /// <param name="was">The previous layout; values that equal it were not chosen.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostViewAsync(string? was, CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var before = DisplayOptions.Parse(was);
        await ChooseAsync(from preference in Layout
                          let value = Said(form, preference)
                          where value is not null && value != before.GetValue(preference.Name)
                          select (preference, value), ct);
        return Response.SeeOther(GetGallery(form));
    }

    /// <summary>Saves the layout, sort order and unit of a list as the default for URLs without them.</summary>
    /// <param name="was">The previous layout.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostDefaultAsync(string? was, CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var before = DisplayOptions.Parse(was);
        await ChooseAsync(
            [
                .. Layout.Select(preference => (preference, Said(form, preference) ?? before.GetValue(preference.Name))),
                .. Order.Select(preference => (preference, Said(form, preference) ?? preference.Default)),
            ], ct);
        TempData.SetToast("Saved as the default view.");
        return Response.SeeOther(GetGallery(form));
    }

    private static string? Said(IFormCollection form, Preference preference) =>
        form[preference.Name].LastOrDefault() is { Length: > 0 } text ? preference.Normalize(text) : null;

    // Ignores invalid values, because the page that this redirects to reports them.
    private Task<IReadOnlyDictionary<string, string>> ChooseAsync(IEnumerable<(Preference Preference, string Value)> chosen,
        CancellationToken ct) =>
        edit.ChangeAsync(chosen.ToDictionary(one => one.Preference.Name, one => (string?)one.Value), ct);

    private static string GetGallery(IFormCollection form)
    {
        var pairs = form.Where(field => QueryParameterNames.IsParameter(field.Key))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""));
        var query = Sovia.Query.UrlQueryString.Format(pairs.Where(pair => pair.Value.Length > 0));
        // Names "no preset" explicitly for a gallery of everything, because a URL without parameters shows the default preset.
        return query.Length > 0 ? $"/?{query}" : form.ContainsKey(PresetParameter.Name) ? $"/?{PresetParameter.Name}={PresetParameter.None}"
            : "/";
    }
}
