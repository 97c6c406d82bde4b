using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Query;
using Sovia.Web;

namespace Sovia.Pages.Presets;

/// <summary>Saves a query and view under a name.</summary>
/// <remarks>
/// The menu of the gallery sends its form here without a token, since its pages are kept. That no other site sends it is seen to for all
/// unsafe methods at once.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class NewModel(EditPresets edit, PreferenceCache known, TimeProvider clock) : PageModel
{
    /// <summary>The name as it was typed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The query and view, as an address writes them.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whether the gallery is to show it where an address names nothing.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>What it narrows the library to.</summary>
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>Why it was not saved; null where nobody tried.</summary>
    public PresetResult? Result { get; private set; }

    /// <summary>The form, with the query that the address brings.</summary>
    public void OnGet(string? query) => Fill("", query ?? "", false);

    /// <summary>Saves it and shows it; 422 with the form where something is wrong.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        Fill(form["name"].ToString(), form["query"].ToString(), form["default"] == "true");
        Result = await edit.CreateAsync(Name, Query, IsDefault, ViewerTimeZone.FromRequest(Request), ct);
        if (Result.Preset is not { } made) return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        TempData.SetToast($"Saved the preset {made.Name}.");
        return Response.SeeOther(PresetParameter.GetUrl(made, await known.GetCurrentAsync(ct)));
    }

    private void Fill(string name, string query, bool isDefault)
    {
        (Name, Query, IsDefault) = (name, query.TrimStart('?'), isDefault);
        var (read, problem) = PresetQuery.Parse(Query, clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request));
        if (problem is null) Chips = [.. read.Query.Chips];
    }
}
