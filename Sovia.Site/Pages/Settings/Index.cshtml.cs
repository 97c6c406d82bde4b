using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages.Settings;

/// <summary>Every preference with what it does, and the presets.</summary>
/// <remarks>The menu of the gallery sends its choices here without a token, since its pages are kept. That no other site sends them is seen to for all unsafe methods at once.</remarks>
[IgnoreAntiforgeryToken]
public sealed partial class IndexModel(KnownPreferences known, EditPreferences edit, EditPresets presets) : PageModel
{
    /// <summary>The preferences.</summary>
    public IReadOnlyList<SettingLine> Lines { get; private set; } = [];

    /// <summary>What is stored and cannot be used.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Whether any preference is chosen.</summary>
    public bool IsAnyChosen => Lines.Any(line => line.IsChosen);

    /// <summary>The page.</summary>
    public void OnGet() => Show(Request.Preferences(), new Dictionary<string, string>(), null);

    /// <summary>Chooses what was changed on the page, and nothing else; 422 with the form where a value is none.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.OfAsync(Request, ct) is not { } form) return BadRequest();
        var changes = KnownPreference.All
            .Where(preference => form.ContainsKey(preference.Name) && form[preference.Name] != form[SettingLine.Before + preference.Name])
            .ToDictionary(preference => preference.Name, preference => (string?)form[preference.Name].ToString());
        var problems = await edit.ChangeAsync(changes, ct);
        if (problems.Count > 0)
        {
            Show(await known.CurrentAsync(ct), problems, form);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        if (changes.TryGetValue(KnownPreference.Theme.Name, out var theme)) Theme.Remember(Response, theme);
        return Told(changes.Count == 0 ? "Nothing was changed." : "Settings saved.");
    }

    /// <summary>Sets one preference back to its default, or all of them.</summary>
    /// <param name="name">The preference; empty for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostResetAsync(string? name, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(name)) await edit.ResetAsync(ct);
        else if ((await edit.ChangeAsync(new Dictionary<string, string?> { [name] = null }, ct)).Count > 0) return NotFound();
        if (name is null or "" or "theme") Theme.Remember(Response, null);
        if (name is null or "" or "view" or "density" or "columns") Response.Cookies.Delete(Display.Cookie);
        return Told(string.IsNullOrEmpty(name) ? "All settings are back to their defaults." : $"{KnownPreference.Named(name)!.Title} is back to its default.");
    }

    private void Show(PreferenceSet preferences, IReadOnlyDictionary<string, string> problems, IFormCollection? form)
    {
        Preferences = preferences;
        var display = Display.Of(QueryCollection.Empty, preferences, Request.Cookies[Display.Cookie]);
        Lines =
        [
            .. from preference in KnownPreference.All
               let now = preference.Name is "view" or "density" or "columns" ? display.ValueOf(preference.Name)
                   : preference.Name == "theme" ? EnterPreferences.ThemeOf(Request) ?? preference.Default
                   : preferences.ValueOf(preference)
               select new SettingLine(
                   preference, form?[preference.Name].FirstOrDefault() ?? now, form?[SettingLine.Before + preference.Name].FirstOrDefault() ?? now,
                   preferences.ChosenOf(preference) is not null || preferences.Unusable.Any(one => one.Preference == preference), problems.GetValueOrDefault(preference.Name)),
        ];
        Notes = [.. preferences.Unusable.Select(one => $"{one.Reason} The default is used."),
            .. preferences.IsUnreadable ? ["The stored settings can't be read, so the defaults are used. Saving a setting replaces them."] : Array.Empty<string>()];
    }

    private StatusCodeResult Told(string words, string address = "/settings")
    {
        TempData.Say(words);
        return Response.ToPage(address);
    }
}
