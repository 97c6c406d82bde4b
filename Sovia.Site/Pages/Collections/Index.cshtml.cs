using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Lists all collections with their item counts, and the deleted ones.</summary>
public sealed class IndexModel(CollectionCache collectionCache, EditCollections edit, CreateStarterCollections starters,
    ReadCollectionList lines)
    : PageModel
{
    /// <summary>The collections, each before its children.</summary>
    public IReadOnlyList<CollectionListItem> Items { get; private set; } = [];

    /// <summary>The deleted collections, latest first.</summary>
    public IReadOnlyList<Collection> Deleted { get; private set; } = [];

    /// <summary>Whether the starter collections are offered, which happens once per library.</summary>
    public bool OffersStarters { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Items = await lines.ReadCurrentAsync(Request, ct);
        Deleted = (await collectionCache.GetCurrentAsync(ct)).Deleted;
        OffersStarters = !await starters.IsMadeAsync(ct);
    }

    /// <summary>Adds the starter collections and redirects to the list.</summary>
    public async Task<IActionResult> OnPostStartersAsync(CancellationToken ct)
    {
        TempData["Toast"] = await starters.RunAsync(ct) is > 0 and var addedCount
            ? $"Added {addedCount} smart collections. Edit or delete them as you like." : "The starter collections were added before.";
        return Response.SeeOther("/collections");
    }

    /// <summary>Restores a deleted collection and redirects to the list.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        var result = await edit.RestoreAsync(id, ct);
        if (result is { Collection: null, Problems.Count: 0 }) return NotFound();
        TempData["Toast"] = result.Collection is { } restored ? $"Restored the collection {restored.Name}." : result.Problems[0].Text;
        return Response.SeeOther("/collections");
    }
}
