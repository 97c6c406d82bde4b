using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages.Settings;

/// <summary>Shows every preference with its effect, and the presets.</summary>
/// <remarks>
/// The gallery's menu sends its choices without a token, because gallery pages are cached. One check for all unsafe methods rejects
/// cross-site requests instead.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed partial class IndexModel(PreferenceCache preferenceCache, EditPreferences edit, EditPresets presets) : PageModel
{
    /// <summary>The preferences.</summary>
    public IReadOnlyList<SettingRow> Rows { get; private set; } = [];

    /// <summary>Warnings about stored values that cannot be used.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Whether any preference is set.</summary>
    public bool HasChosenSettings => Rows.Any(line => line.IsChosen);

    /// <summary>Shows the page.</summary>
    public void OnGet() => Show(Request.GetPreferences(), new Dictionary<string, string>(), null);

    /// <summary>Saves only the preferences changed on the page; 422 with the form if a value is invalid.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var changes = PreferenceCatalog.All
            .Where(preference => form.ContainsKey(preference.Name)
                && form[preference.Name] != form[SettingRow.InitialValuePrefix + preference.Name])
            .ToDictionary(preference => preference.Name, preference => (string?)form[preference.Name].ToString());
        var problems = await edit.ChangeAsync(changes, ct);
        if (problems.Count > 0)
        {
            Show(await preferenceCache.GetCurrentAsync(ct), problems, form);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        if (changes.TryGetValue(PreferenceCatalog.Theme.Name, out var theme)) Theme.SetCookie(Response, theme);
        return RedirectWithToast(changes.Count == 0 ? "Nothing was changed." : "Settings saved.");
    }

    /// <summary>Resets one preference to its default, or all of them.</summary>
    /// <param name="name">The preference; empty for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostResetAsync(string? name, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(name)) await edit.ResetAsync(ct);
        else if ((await edit.ChangeAsync(new Dictionary<string, string?> { [name] = null }, ct)).Count > 0) return NotFound();
        if (name is null or "" or "theme") Theme.SetCookie(Response, null);
        if (name is null or "" or "view" or "density" or "columns") Response.Cookies.Delete(DisplayOptions.CookieName);
        return RedirectWithToast(string.IsNullOrEmpty(name) ? "All settings are back to their defaults."
            : $"{PreferenceCatalog.Find(name)!.Title} is back to its default.");
    }

    private void Show(PreferenceSet preferences, IReadOnlyDictionary<string, string> problems, IFormCollection? form)
    {
        Preferences = preferences;
        var displayOptions = DisplayOptions.Resolve(QueryCollection.Empty, preferences, Request.Cookies[DisplayOptions.CookieName]);
        Rows =
        [
            .. from preference in PreferenceCatalog.All
               let currentValue = preference.Name is "view" or "density" or "columns" ? displayOptions.GetValue(preference.Name)
                   : preference.Name == "theme" ? PreferencesMiddleware.GetTheme(Request) ?? preference.Default
                   : preferences.GetValue(preference)
               select new SettingRow(
                   preference, form?[preference.Name].FirstOrDefault() ?? currentValue,
                   form?[SettingRow.InitialValuePrefix + preference.Name].FirstOrDefault() ?? currentValue,
                   preferences.GetChosenValue(preference) is not null || preferences.InvalidValues.Any(v => v.Preference == preference),
                   problems.GetValueOrDefault(preference.Name)),
        ];
        Warnings = [.. preferences.InvalidValues.Select(v => $"{v.Reason} The default is used."),
            .. preferences.IsUnreadable ? ["The stored settings can't be read, so the defaults are used. Saving a setting replaces them."]
            : Array.Empty<string>()];
    }

    private StatusCodeResult RedirectWithToast(string message, string url = "/settings")
    {
        TempData.SetToast(message);
        return Response.SeeOther(url);
    }
}
