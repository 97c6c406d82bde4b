using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Edits or deletes a collection, or copies the content of a smart one to a manual one.</summary>
public sealed class EditModel(CollectionCache collectionCache, EditCollections edit, ApplyChange apply, TimeProvider clock) : PageModel
{
    /// <summary>The collection.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The form.</summary>
    public CollectionForm Form { get; private set; } = null!;

    /// <summary>Shows the form, with the search from the builder if the URL has one; 404 if the collection does not exist.</summary>
    public async Task<IActionResult> OnGetAsync(string? query, CancellationToken ct)
    {
        var tree = await collectionCache.GetCurrentAsync(ct);
        if (tree.FindById(Id) is not { } collection) return NotFound();
        Form = CreateForm(collection.IsSmart && !string.IsNullOrEmpty(query) ? collection with { Query = query } : collection, tree, []);
        return Page();
    }

    /// <summary>Saves the collection and redirects to it; 422 with the form if it is invalid.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = await Request.ReadFormAsync(ct);
        var tree = await collectionCache.GetCurrentAsync(ct);
        var result = await edit.ChangeAsync(Id, before => CollectionForm.Parse(form, before), ct);
        if (result.Collection is { } collection)
        {
            TempData["Toast"] = $"Saved the collection {collection.Name}.";
            return Response.SeeOther($"/collections/{Id}");
        }
        if (result.Problems.Count == 0 || tree.FindById(Id) is not { } current) return NotFound();
        Form = CreateForm(CollectionForm.Parse(form, current), tree, result.Problems);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>Deletes the collection and redirects to the list of collections, where it can be restored.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        if ((await edit.DeleteAsync(Id, ct)).Collection is not { } deleted) return NotFound();
        TempData["Toast"] = $"Deleted the collection {deleted.Name}. Its items stay in the library.";
        return Response.SeeOther("/collections");
    }

    /// <summary>Creates a manual collection with the current content of a smart one, and redirects to it.</summary>
    public async Task<IActionResult> OnPostFreezeAsync(CancellationToken ct)
    {
        var tree = await collectionCache.GetCurrentAsync(ct);
        if (tree.FindById(Id) is not { IsSmart: true } source) return NotFound();
        var query = CollectionQuery.Create(tree, source, clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request));
        var draft = CollectionValidator.WithUniqueName(source with { Id = default, Query = null, LeftOut = null, Locked = false }, tree);
        var result = await edit.CreateAsync(draft, ct);
        if (result.Collection is not { } copy) return RedirectToPage();
        await apply.RunAsync(Selection.From(query.WithUnit(Sovia.Query.ListUnit.Post)), new() { Collect = [new(copy.Id, copy.Name)] }, ct);
        TempData["Toast"] = $"Created the collection {copy.Name}.";
        return Response.SeeOther($"/collections/{copy.Id}");
    }

    private static CollectionForm CreateForm(Collection collection, CollectionTree tree, IReadOnlyList<CollectionProblem> problems) =>
        new(collection, IsNew: false, CollectionForm.GetParents(tree, collection.Id), problems);
}
