using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;
using Sovia.Pages.Posts;
using Sovia.Web;

namespace Sovia.Pages.Selecting;

/// <summary>Where posts are selected without scripts, and where selections are sent to be changed.</summary>
/// <remarks>The form of the gallery bears no token, since its pages are kept. That no other site sends it is seen to for all unsafe methods at once.</remarks>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(ApplyChange apply, KnownCollections collections, BrowseLibrary library, CountMatches counts, FindUnscanned unscanned, FrameTools tools, Blurred blurred, TimeProvider clock) : PageModel
{
    /// <summary>The page without scripts; null where a change is answered.</summary>
    public SelectionView? View { get; private set; }

    /// <summary>Why nothing was changed.</summary>
    public IReadOnlyList<ChangeProblem> Problems { get; private set; } = [];

    /// <summary>Where to return to.</summary>
    public string Back { get; private set; } = "/";

    /// <summary>The posts of a query with a box to tick each.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var asked = Asked.By(Request, clock);
        var page = await library.PageAsync(asked.List, asked.Place, ct, asked.Preferences.PageSize);
        var here = await unscanned.HereAsync(page.Families.SelectMany(Card.Unrecorded), ct);
        var dim = await blurred.InAsync(Request, asked.List, page.Families, ct);
        var cards = page.Families.Select(family => Card.Of(family, asked, null, here, tools) with { IsBlurred = dim.Contains(family.Id) }).ToList();
        View = SelectionView.Of(asked, page, cards, await counts.OfAsync(asked.List, ct), Request.Query);
    }

    /// <summary>The controls of a selection, for the bar that scripts show.</summary>
    public PartialViewResult OnGetTray() => Partial("_Tray", null);

    /// <summary>Changes the selection and returns to where it was sent from, or goes to the page of the job that does it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await AnnotateForm.OfAsync(Request, ct) is not { } sent) return BadRequest();
        var form = new SelectionForm(sent);
        Back = form.Back(Request);
        if (form.Wanted is [(SelectionForm.Download, _)]) return Download(form);
        var (change, problems) = form.Change(await collections.CurrentAsync(ct));
        if (problems.Count > 0) return Refused(problems);
        if (form.Selected(clock.GetUtcNow(), ViewerDays.ZoneOf(Request), Request.Preferences().Defaults) is not { } selection)
            return Refused([new("ids", form.Query is null ? "Select at least one item first." : "Sovia doesn't understand the whole search of this selection. Correct it first.")]);
        var result = await apply.RunAsync(selection, change, ct);
        if (result.IsQueued) return Response.ToPage($"/history/{result.Batch!.Id}");
        TempData.Say(result, form.Query is null && !change.MovesPosts ? selection.Ids!.Count : null);
        return Response.ToPage(change.MovesPosts ? SelectionForm.WithoutPicks(Back) : Back);
    }

    private IActionResult Download(SelectionForm form)
    {
        if (form.Query is { } query) return Response.ToPage($"/media/get?{Library.Search.QueryString.Of(Library.Search.QueryString.Pairs(query.TrimStart('?')))}");
        return DownloadAddress.Of(form.Ids, form.Covers) is { } address ? Response.ToPage(address)
            : Refused([new("ids", form.Ids.Count + form.Covers.Count == 0 ? "Select at least one item first." : $"A list takes up to {DownloadAddress.Most} selected items. For more, select all results of a search.")]);
    }

    private PageResult Refused(IReadOnlyList<ChangeProblem> problems)
    {
        Problems = problems;
        return new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
