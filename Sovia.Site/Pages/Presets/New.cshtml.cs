using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Query;
using Sovia.Web;

namespace Sovia.Pages.Presets;

/// <summary>Saves a query and view as a named preset.</summary>
/// <remarks>
/// The gallery's menu sends its form without a token, because gallery pages are cached. One check for all unsafe methods rejects cross-site
/// requests instead.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class NewModel(EditPresets edit, PreferenceCache preferenceCache, TimeProvider clock) : PageModel
{
    /// <summary>The submitted name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The query and view, as a query string.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whether the gallery shows the preset for URLs without parameters.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>The filters of the query, as chips.</summary>
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>The result with the validation error; null before a submission.</summary>
    public PresetResult? Result { get; private set; }

    /// <summary>Shows the form with the query from the URL.</summary>
    public void OnGet(string? query) => SetForm("", query ?? "", false);

    /// <summary>Saves the preset and redirects to it; 422 with the form if it is invalid.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        SetForm(form["name"].ToString(), form["query"].ToString(), form["default"] == "true");
        Result = await edit.CreateAsync(Name, Query, IsDefault, ViewerTimeZone.FromRequest(Request), ct);
        if (Result.Preset is not { } preset) return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        TempData.SetToast($"Saved the preset {preset.Name}.");
        return Response.SeeOther(PresetParameter.GetUrl(preset, await preferenceCache.GetCurrentAsync(ct)));
    }

    private void SetForm(string name, string query, bool isDefault)
    {
        (Name, Query, IsDefault) = (name, query.TrimStart('?'), isDefault);
        var (presetQuery, problem) = PresetQuery.Parse(Query, clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request));
        if (problem is null) Chips = [.. presetQuery.Query.Chips];
    }
}
