using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Culling;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages.Cull;

/// <summary>
/// Shows one post of a query at a time, to pick or reject. Verdicts are stored per query and applied when the cull is finished.
/// </summary>
public sealed class IndexModel(ReadCullPage open, CullStore cullStore, TimeProvider clock) : PageModel
{
    /// <summary>The post; null if the query has no results.</summary>
    public CullView? View { get; private set; }

    /// <summary>The parsed request.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>Shows a post of the cull.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        View = await ReadAsync(ParseId("at"), ct);
        return View is null && ParseId("at") is not null ? NotFound() : Page();
    }

    /// <summary>Stores the verdict on the post and redirects to the next one.</summary>
    /// <param name="post">The post.</param>
    /// <param name="verdict"><c>pick</c>, <c>reject</c>, <c>keep</c> for a pick that rejects the rest of its family, or
    /// <c>clear</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(Guid post, string? verdict, CancellationToken ct)
    {
        if (await ReadAsync(post, ct) is not { } view) return NotFound();
        Dictionary<Guid, CullVerdict>? verdicts = verdict switch
        {
            "pick" => new() { [post] = CullVerdict.Pick },
            "reject" => new() { [post] = CullVerdict.Reject },
            "clear" => new() { [post] = CullVerdict.None },
            "keep" => view.Members.ToDictionary(member => member.Id, member => member.Id == post ? CullVerdict.Pick : CullVerdict.Reject),
            _ => null,
        };
        if (verdicts is null || view.State.Steps.Count >= CullStore.MaxSteps) return BadRequest();
        await cullStore.AddStepAsync(view.Urls.CullId, post, verdicts, ct);
        return Response.SeeOther(verdict == "clear" ? view.Urls.GetPostUrl(post) : view.GetNextUrl(verdicts.Keys));
    }

    /// <summary>Undoes the last verdict and shows its post again.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        var urls = ReadCullPage.GetUrls(GalleryRequest.Parse(Request, clock));
        return Response.SeeOther(await cullStore.RemoveLastStepAsync(urls.CullId, ct) is { } post ? urls.GetPostUrl(post)
            : urls.StartUrl);
    }

    private Task<CullView?> ReadAsync(Guid? postId, CancellationToken ct) =>
        open.ReadAsync(Request, GalleryRequest = GalleryRequest.Parse(Request, clock), ReadCullPage.GetUrls(GalleryRequest), postId, ct);

    private Guid? ParseId(string name) => Guid.TryParse(Request.Query[name], out var id) ? id : null;
}
