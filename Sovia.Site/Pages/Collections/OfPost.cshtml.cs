using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Pages.Posts;
using Sovia.Web;

namespace Sovia.Pages.Collections;

/// <summary>Adds a post to collections and removes it from them.</summary>
/// <remarks>As for a post's other controls, one check for all unsafe methods rejects cross-site requests, so no token is needed.</remarks>
[IgnoreAntiforgeryToken]
public sealed class PostCollectionsModel(CollectionCache collectionCache, ApplyChange apply, ReadLikeState posts) : PageModel
{
    /// <summary>The post.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The reason why nothing was changed; null without an error.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the collections of a post; 404 if the library does not have the post.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await posts.ReadAsync(Id, ct) is null ? NotFound() : Page();

    /// <summary>
    /// Changes the collections and redirects to the page that sent the form; 422 if a collection does not accept posts, and 404 if the
    /// library does not have the post.
    /// </summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var tree = await collectionCache.GetCurrentAsync(ct);
        var (toAdd, addProblem) = CollectionResolver.Resolve(tree, form["add"].OfType<string>());
        var (toRemove, removeProblem) = CollectionResolver.Resolve(tree, form["remove"].OfType<string>());
        if ((Problem = addProblem ?? removeProblem ?? (toAdd.Count + toRemove.Count == 0 ? "No collection was named." : null)) is not null)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var result = await apply.RunAsync(Selection.From([Id]),
            new() { Collect = toAdd.Count > 0 ? toAdd : null, Uncollect = toRemove.Count > 0 ? toRemove : null }, ct);
        if (result.SelectedCount == 0) return NotFound();
        if (result.Batch is null && SkippedFieldText.DescribeLocked(result.SkippedFields) is { } lockedText)
        {
            Problem = lockedText;
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        if (result.Batch is not null) TempData.SetToast(result);
        return Response.SeeOther(AnnotateForm.GetReturnUrl(form, Request, Id));
    }
}
