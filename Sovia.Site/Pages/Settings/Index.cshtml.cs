using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages.Settings;

/// <summary>Every preference with what it does, and the presets.</summary>
/// <remarks>
/// The menu of the gallery sends its choices here without a token, since its pages are kept. That no other site sends them is seen to for
/// all unsafe methods at once.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed partial class IndexModel(PreferenceCache known, EditPreferences edit, EditPresets presets) : PageModel
{
    /// <summary>The preferences.</summary>
    public IReadOnlyList<SettingRow> Rows { get; private set; } = [];

    /// <summary>What is stored and cannot be used.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Whether any preference is chosen.</summary>
    public bool HasChosenSettings => Rows.Any(line => line.IsChosen);

    /// <summary>The page.</summary>
    public void OnGet() => Show(Request.GetPreferences(), new Dictionary<string, string>(), null);

    /// <summary>Chooses what was changed on the page, and nothing else; 422 with the form where a value is none.</summary>
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
            Show(await known.GetCurrentAsync(ct), problems, form);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        if (changes.TryGetValue(PreferenceCatalog.Theme.Name, out var theme)) Theme.SetCookie(Response, theme);
        return Told(changes.Count == 0 ? "Nothing was changed." : "Settings saved.");
    }

    /// <summary>Sets one preference back to its default, or all of them.</summary>
    /// <param name="name">The preference; empty for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostResetAsync(string? name, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(name)) await edit.ResetAsync(ct);
        else if ((await edit.ChangeAsync(new Dictionary<string, string?> { [name] = null }, ct)).Count > 0) return NotFound();
        if (name is null or "" or "theme") Theme.SetCookie(Response, null);
        if (name is null or "" or "view" or "density" or "columns") Response.Cookies.Delete(DisplayOptions.CookieName);
        return Told(string.IsNullOrEmpty(name) ? "All settings are back to their defaults."
            : $"{PreferenceCatalog.Find(name)!.Title} is back to its default.");
    }

    private void Show(PreferenceSet preferences, IReadOnlyDictionary<string, string> problems, IFormCollection? form)
    {
        Preferences = preferences;
        var displayOptions = DisplayOptions.Resolve(QueryCollection.Empty, preferences, Request.Cookies[DisplayOptions.CookieName]);
        Rows =
        [
            .. from preference in PreferenceCatalog.All
               let now = preference.Name is "view" or "density" or "columns" ? displayOptions.GetValue(preference.Name)
                   : preference.Name == "theme" ? PreferencesMiddleware.GetTheme(Request) ?? preference.Default
                   : preferences.GetValue(preference)
               select new SettingRow(
                   preference, form?[preference.Name].FirstOrDefault() ?? now,
                   form?[SettingRow.InitialValuePrefix + preference.Name].FirstOrDefault() ?? now,
                   preferences.GetChosenValue(preference) is not null || preferences.InvalidValues.Any(one => one.Preference == preference),
                   problems.GetValueOrDefault(preference.Name)),
        ];
        Warnings = [.. preferences.InvalidValues.Select(one => $"{one.Reason} The default is used."),
            .. preferences.IsUnreadable ? ["The stored settings can't be read, so the defaults are used. Saving a setting replaces them."]
            : Array.Empty<string>()];
    }

    private StatusCodeResult Told(string words, string address = "/settings")
    {
        TempData.SetToast(words);
        return Response.SeeOther(address);
    }
}
