using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;

namespace Sovia.Pages.Collections;

/// <summary>The address of a collection, which stays when it is renamed. It leads to the gallery of what the collection holds, with all parameters.</summary>
public sealed class ShowModel(KnownCollections known) : PageModel
{
    /// <summary>The gallery; 404 where there is no such collection.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var tree = await known.CurrentAsync(ct);
        if (tree.Of(id) is not { } collection) return NotFound();
        var asked = Request.QueryString.Value is { Length: > 1 } given ? $"&{given[1..]}" : "";
        Response.Headers.CacheControl = "no-store";
        return Redirect($"{Request.PathBase}/?{CollectionAddress.Parameter(tree, collection)}{asked}");
    }
}
