using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;
using Sovia.Similarity;
using Sovia.Web;

namespace Sovia.Pages.Posts;

/// <summary>Lists families similar to that of a post, most similar first.</summary>
public sealed class SimilarModel(OpenPost open, SimilarViewBuilder show, TimeProvider clock) : PageModel
{
    private const int StripSize = 6;

    /// <summary>The list that the post was opened from.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The post.</summary>
    public Post Post { get; private set; } = null!;

    /// <summary>The similar families.</summary>
    public SimilarView View { get; private set; } = null!;

    /// <summary>Shows the page, or only the cards of a later page for htmx; 404 if the library does not have the post.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int? skip, CancellationToken ct)
    {
        if (!await ReadAsync(id, Math.Clamp(skip ?? 0, 0, SimilarPage.MaxResults), SimilarPage.Size, ct)) return NotFound();
        return Request.WantsFragment() && skip is not null ? Partial("_CardPage", View.CardPage) : Page();
    }

    /// <summary>Returns the first few results, for the post's page.</summary>
    public async Task<IActionResult> OnGetStripAsync(Guid id, CancellationToken ct) =>
        await ReadAsync(id, 0, StripSize, ct) ? Partial("Posts/_Similar", View) : NotFound();

    private async Task<bool> ReadAsync(Guid id, int skip, int take, CancellationToken ct)
    {
        GalleryRequest = GalleryRequest.Parse(Request, clock);
        if (await open.LoadAsync(id, ct) is not { } post) return false;
        Post = post;
        View = await show.BuildAsync([post.RootId], skip, take, GalleryRequest, HttpContext, n => GalleryRequest.GetSimilarUrl(id, n),
            ct);
        return true;
    }
}
