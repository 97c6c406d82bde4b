using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Query.Lists;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Web;

namespace Sovia.Pages.Selecting;

/// <summary>Selects posts without JavaScript, and applies changes to selections.</summary>
/// <remarks>
/// The gallery's form has no token, because its pages are cached. One check for all unsafe methods rejects cross-site requests instead.
/// </remarks>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(ApplyChange apply, CollectionCache collections, BrowseLibrary library, CountMatches counts,
    FindUnscannedFiles unscanned, FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock) : PageModel
{
    /// <summary>The view of the page without JavaScript; null in the response to a change.</summary>
    public SelectionView? View { get; private set; }

    /// <summary>The validation errors of a change.</summary>
    public IReadOnlyList<ChangeProblem> Problems { get; private set; } = [];

    /// <summary>The question to confirm a changed number of results; null if there is none.</summary>
    public SelectionConfirmation? Confirmation { get; private set; }

    /// <summary>The URL to return to.</summary>
    public string ReturnUrl { get; private set; } = "/";

    /// <summary>Shows the results of a query with a checkbox each.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request, clock);
        var page = await library.ReadPageAsync(galleryRequest.List, galleryRequest.Position, ct, galleryRequest.Preferences.PageSize);
        var savedUrls = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
        var blurredIds = await blurredItems.FindAsync(Request, galleryRequest.List, page.Families, ct);
        var cards = page.Families
            .Select(f => Card.FromFamily(f, galleryRequest, null, savedUrls, tools) with { IsBlurred = blurredIds.Contains(f.Id) })
            .ToList();
        View = SelectionView.Create(galleryRequest, page, cards, await counts.CountAsync(galleryRequest.List, ct), Request.Query);
    }

    /// <summary>Returns the selection controls, for the bar that scripts show.</summary>
    public PartialViewResult OnGetTray() => Partial("_SelectionBar", null);

    /// <summary>
    /// Applies a change to the selection and redirects to the page that sent it, or to the background job that applies it. If all results
    /// of a query are selected and their number differs from the one on the page, asks for confirmation first (409).
    /// </summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } formData) return BadRequest();
        var form = new SelectionForm(formData);
        ReturnUrl = form.GetReturnUrl(Request);
        if (form.RequestedActions is [(SelectionForm.DownloadAction, _)]) return RedirectToDownload(form);
        var (change, problems) = form.ParseChange(await collections.GetCurrentAsync(ct));
        if (problems.Count > 0) return ShowProblems(problems);
        if (form.ParseSelection(clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request), Request.GetPreferences().Defaults) is not
            { } selection)
            return ShowProblems(
                [new("ids", form.Query is null ? "Select at least one item first."
                    : "Sovia doesn't understand the whole search of this selection. Correct it first.")]);
        if (form.ShownCount is { } shownCount && await CountAsync(selection, ct) is { } count && count != shownCount)
        {
            Confirmation = SelectionConfirmation.Create(shownCount, count, formData);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }
        var result = await apply.RunAsync(selection, change, ct);
        if (result.IsQueued) return Response.SeeOther($"/history/{result.Batch!.Id}");
        TempData.SetToast(result, form.Query is null && !change.ChangesVisibility ? selection.Ids!.Count : null);
        return Response.SeeOther(change.ChangesVisibility ? SelectionForm.RemoveSelectedIds(ReturnUrl) : ReturnUrl);
    }

    // Returns null if counting takes too long; the result of the change then reports the number.
    private async Task<int?> CountAsync(Selection selection, CancellationToken ct)
    {
        try
        {
            return await counts.CountAsync(selection.List!, ct);
        }
        catch (SearchTimeoutException)
        {
            return null;
        }
    }

    private IActionResult RedirectToDownload(SelectionForm form)
    {
        if (form.Query is { } query)
            return Response.SeeOther(
                $"/media/get?{Sovia.Query.UrlQueryString.Format(Sovia.Query.UrlQueryString.Parse(query.TrimStart('?')))}");
        return DownloadListUrl.ForPosts(form.Ids, form.CoverIds) is { } url ? Response.SeeOther(url)
            : ShowProblems(
                [new("ids", form.Ids.Count + form.CoverIds.Count == 0 ? "Select at least one item first."
                    : $"A list takes up to {DownloadListUrl.MaxPosts} selected items. For more, select all results of a search.")]);
    }

    private PageResult ShowProblems(IReadOnlyList<ChangeProblem> problems)
    {
        Problems = problems;
        return new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
