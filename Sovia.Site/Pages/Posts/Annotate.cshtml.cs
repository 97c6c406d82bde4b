using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Index;
using Sovia.Web;

namespace Sovia.Pages.Posts;

/// <summary>Where the like, rating, tag and note controls of a post are sent, and those controls by themselves.</summary>
/// <remarks>A card's form bears no token, since pages of cards are kept. That no other site sends it is seen to for all unsafe methods at once.</remarks>
[IgnoreAntiforgeryToken]
public sealed class AnnotateModel(ApplyChange apply, ReadAnnotations read, ReadLiked liked) : PageModel
{
    /// <summary>The controls again, as they were sent.</summary>
    public AnnotateView View { get; private set; } = null!;

    /// <summary>The controls of a post; 404 for one the library does not have.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await liked.OfAsync(id, ct) is null) return NotFound();
        View = ViewOf((await read.OfAsync([id], ct)).GetValueOrDefault(id) ?? new() { Id = id }, $"/posts/{id}", []);
        return Page();
    }

    /// <summary>Saves it and returns to where it was sent from; 422 where something is wrong with it, and 404 for a post the library does not have.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await AnnotateForm.OfAsync(Request, ct) is not { } form) return BadRequest();
        var (change, problems) = CheckChange.Of(AnnotateForm.Read(form));
        var result = problems.Count > 0 ? null : await apply.RunAsync(Selection.Of([id]), change, ct);
        if (result is { Selected: 0 }) return NotFound();
        var back = AnnotateForm.Back(form, Request, id);
        if (result is null)
        {
            var now = (await read.OfAsync([id], ct)).GetValueOrDefault(id) ?? new() { Id = id };
            View = ViewOf(now with { Title = change.Title ?? now.Title, Note = change.Note ?? now.Note }, back, problems);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        if (result.Batch is { } batch) TempData["Toast"] = $"{batch.Text}.";
        return Response.ToPage(back);
    }

    private static AnnotateView ViewOf(Annotation annotation, string back, IReadOnlyList<ChangeProblem> problems) => new(
        annotation, annotation.TrashedAt is not null ? Shown.Trashed : annotation.Hidden == true ? Shown.Hidden : Shown.Everywhere, back, problems);
}
