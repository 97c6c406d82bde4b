using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library.Families;
using Sovia.Pages.Gallery;
using Sovia.Similarity;
using Sovia.Web;

namespace Sovia.Pages.Posts;

/// <summary>Lists families similar to several posts at once, most similar first.</summary>
public sealed class SimilarToAllModel(FamilyRootReader roots, SimilarViewBuilder show, TimeProvider clock) : PageModel
{
    /// <summary>The maximum number of posts to compare with.</summary>
    public const int MaxPosts = 200;

    /// <summary>The list that the posts were selected in.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The requested posts that the library has.</summary>
    public IReadOnlyList<Guid> FoundIds { get; private set; } = [];

    /// <summary>The number of requested ids that the library does not have.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>The similar families.</summary>
    public SimilarView? View { get; private set; }

    /// <summary>Shows the page, or only the cards of a later page for htmx; 404 if the library has none of the posts.</summary>
    public async Task<IActionResult> OnGetAsync(string? ids, int? skip, CancellationToken ct)
    {
        GalleryRequest = GalleryRequest.Parse(Request, clock);
        var idTexts = (ids ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        List<Guid> requestedIds = [.. IdList.Parse(idTexts).Take(MaxPosts)];
        var rootsById = await roots.ReadAsync(requestedIds, ct);
        (FoundIds, UnknownCount) = ([.. requestedIds.Where(rootsById.ContainsKey)], idTexts.Count - rootsById.Count);
        if (FoundIds.Count == 0) return NotFound();
        var offset = Math.Clamp(skip ?? 0, 0, SimilarPage.MaxResults);
        View = await show.BuildAsync([.. FoundIds.Select(id => rootsById[id]).Distinct().Order()], offset, SimilarPage.Size, GalleryRequest,
            HttpContext, nextSkip => GalleryRequest.GetSimilarUrl(FoundIds, nextSkip), ct);
        return Request.WantsFragment() && skip is not null ? Partial("_CardPage", View.CardPage) : Page();
    }
}
