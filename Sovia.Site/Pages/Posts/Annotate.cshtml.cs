using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Web;

namespace Sovia.Pages.Posts;

/// <summary>Handles the like, rating, tag and note controls of a post, and renders them alone.</summary>
/// <remarks>
/// Forms on cards have no token, because pages of cards are cached. One check for all unsafe methods rejects cross-site requests instead.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class AnnotateModel(ApplyChange apply, ReadAnnotations read, ReadLikeState liked, TagUsageReader tags) : PageModel
{
    private const int MaxSuggestions = 8;

    /// <summary>The controls with the submitted values.</summary>
    public AnnotateView View { get; private set; } = null!;

    /// <summary>Shows the controls of a post; 404 if the library does not have the post.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await liked.ReadAsync(id, ct) is null) return NotFound();
        View = AnnotateView.FromAnnotation(await ReadCurrentAsync(id, ct), $"/posts/{id}");
        return Page();
    }

    /// <summary>Suggests tags that the post does not have, with the number of posts that have each.</summary>
    /// <param name="id">The post.</param>
    /// <param name="typed">The beginning of a tag; null for any.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetTagsAsync(Guid id, string? typed, CancellationToken ct)
    {
        var currentTags = ((await ReadCurrentAsync(id, ct)).TagKeys ?? []).ToHashSet(StringComparer.Ordinal);
        return Partial("_TagOptions", TagUsage.Suggest(await tags.ReadAllAsync(ct), typed ?? "", currentTags, MaxSuggestions));
    }

    /// <summary>
    /// Saves the change, and redirects to the page that sent it or returns the updated controls for htmx; 422 if the change is invalid, and
    /// 404 if the library does not have the post.
    /// </summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var (change, problems) = ChangeValidator.Validate(AnnotateForm.ParseChange(form));
        var returnUrl = AnnotateForm.GetReturnUrl(form, Request, id);
        if (AnnotateForm.HasStamps(form) && problems.Count == 0)
            (change, problems) = EditConflictDetector.DetectConflicts(change, await ReadCurrentAsync(id, ct), field => form[$"{field}_was"]);
        // The texts were submitted unchanged.
        if (problems.Count == 0 && change.IsEmpty)
            return await liked.ReadAsync(id, ct) is null ? NotFound() : await RespondAsync(id, null, returnUrl, ct);
        var result = problems.Count > 0 ? null : await apply.RunAsync(Selection.From([id]), change, ct);
        if (result is { SelectedCount: 0 }) return NotFound();
        if (result is not null) return await RespondAsync(id, result, returnUrl, ct);
        var annotation = await ReadCurrentAsync(id, ct);
        View = AnnotateView.FromAnnotation(annotation, returnUrl) with
        { Problems = problems, Title = change.Title ?? annotation.Title, Note = change.Note ?? annotation.Note };
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Request.WantsFragment() ? Partial("_Annotate", View) : Page();
    }

    private async Task<IActionResult> RespondAsync(Guid id, ChangeResult? result, string returnUrl, CancellationToken ct)
    {
        var message = result?.Batch is { } batch ? $"{batch.Text}." : null;
        if (Request.WantsFragment())
            return Partial("_Annotate", AnnotateView.FromAnnotation(result?.SinglePost?.Annotation ?? await ReadCurrentAsync(id, ct),
                returnUrl) with
            { StatusMessage = message });
        if (result?.Batch is not null) TempData.SetToast(result);
        return Response.SeeOther(returnUrl);
    }

    private async Task<Annotation> ReadCurrentAsync(Guid id, CancellationToken ct) =>
        (await read.ReadAsync([id], ct)).GetValueOrDefault(id) ?? new() { Id = id };
}
