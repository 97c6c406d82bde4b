using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Builds the search of a smart collection from a form, and shows its text and a preview of its results.</summary>
public sealed class BuildModel(PreviewCollection preview, CollectionCache collectionCache, TimeProvider clock) : PageModel
{
    /// <summary>The form.</summary>
    public SearchBuilder Builder { get; private set; } = null!;

    /// <summary>The smart collection whose search is edited; null for none.</summary>
    public Collection? Edited { get; private set; }

    /// <summary>The preview of the results.</summary>
    public PreviewView Preview { get; private set; } = null!;

    /// <summary>Shows the page. For htmx, returns only the search and its preview.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Builder = SearchBuilder.Read(Request.Query, clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request));
        if (Builder.CollectionId is { } id && (await collectionCache.GetCurrentAsync(ct)).FindById(id) is { IsSmart: true } smart) Edited =
            smart;
        Preview = await preview.CreateAsync(Request, Builder.Query, ct);
        return Request.WantsFragment() ? Partial("_Built", this) : Page();
    }
}
