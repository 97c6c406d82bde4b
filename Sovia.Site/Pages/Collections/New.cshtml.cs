using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Creates a collection, optionally with some posts in it.</summary>
public sealed class NewModel(CollectionCache collectionCache, EditCollections edit, ApplyChange apply) : PageModel
{
    // More ids than any real URL or form contains.
    private const int MaxIds = 10_000;

    /// <summary>The form.</summary>
    public CollectionForm Form { get; private set; } = null!;

    /// <summary>Shows the form: for a smart collection if the URL has a query, and with the posts that the URL names.</summary>
    public async Task OnGetAsync(string? query, Guid? parent, string? ids, CancellationToken ct) =>
        Form = await CreateFormAsync(CollectionForm.Blank with { Query = query, ParentId = parent }, ids ?? "", [], ct);

    /// <summary>Creates the collection and redirects to it; 422 with the form if it is invalid.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = await Request.ReadFormAsync(ct);
        var draft = CollectionForm.Parse(form, CollectionForm.Blank);
        var ids = IdList.Parse(form["ids"]).Take(MaxIds).ToList();
        // Locks the collection after adding the items, because a locked collection accepts none.
        var isLockDeferred = draft.Locked && ids.Count > 0;
        var result = await edit.CreateAsync(isLockDeferred ? draft with { Locked = false } : draft, ct);
        if (result.Collection is not { } saved)
        {
            Form = await CreateFormAsync(draft, form["ids"].ToString(), result.Problems, ct);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        if (ids.Count > 0 && !saved.IsSmart) await apply.RunAsync(Selection.From(ids), new() { Collect = [new(saved.Id, saved.Name)] }, ct);
        if (isLockDeferred) await edit.ChangeAsync(saved.Id, c => c with { Locked = true }, CancellationToken.None);
        TempData["Toast"] = $"Created the collection {saved.Name}.";
        return Response.SeeOther($"/collections/{saved.Id}");
    }

    private async Task<CollectionForm> CreateFormAsync(Collection collection, string ids, IReadOnlyList<CollectionProblem> problems,
        CancellationToken ct) =>
        new(collection, IsNew: true, CollectionForm.GetParents(await collectionCache.GetCurrentAsync(ct), default), problems) { Ids = ids };
}
