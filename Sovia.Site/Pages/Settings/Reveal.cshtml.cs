using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages.Settings;

/// <summary>Asks once per browser session whether to show blurred and hidden items.</summary>
[IgnoreAntiforgeryToken]
public sealed class RevealModel : PageModel
{
    /// <summary>The search whose matches are blurred; null for none.</summary>
    public string? BlurSearch => Request.GetPreferences().GetChosenValue(PreferenceCatalog.Blur);

    /// <summary>The search whose matches are hidden; null for none.</summary>
    public string? HideSearch => Request.GetPreferences().GetChosenValue(PreferenceCatalog.Hide);

    /// <summary>Whether blurred and hidden items are shown in this session.</summary>
    public bool IsRevealed => BlurredItems.IsRevealed(Request);

    /// <summary>The URL to return to.</summary>
    public string ReturnUrl { get; private set; } = "/";

    /// <summary>Shows the confirmation.</summary>
    public void OnGet() => ReturnUrl = ReturnUrlResolver.Resolve(new FormCollection([]), Request, "/", excludedSuffix: "/reveal");

    /// <summary>Reveals blurred and hidden items until the browser is closed, or blurs and hides them again, and redirects back.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        BlurredItems.SetRevealed(Response, form["show"] == "true");
        return Response.SeeOther(ReturnUrlResolver.Resolve(form, Request, "/", excludedSuffix: "/reveal"));
    }
}
