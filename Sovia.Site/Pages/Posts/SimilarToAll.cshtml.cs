using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.Pages.Gallery;
using Sovia.Similarity;
using Sovia.Web;

namespace Sovia.Pages.Posts;

/// <summary>Families like several posts at once, the most similar first.</summary>
public sealed class SimilarToAllModel(RootsOf roots, ShowSimilar show, TimeProvider clock) : PageModel
{
    /// <summary>How many posts are looked at.</summary>
    public const int Most = 200;

    /// <summary>The list that the posts were selected in.</summary>
    public Asked Asked { get; private set; } = null!;

    /// <summary>The posts of the library that are named.</summary>
    public IReadOnlyList<Guid> Known { get; private set; } = [];

    /// <summary>How many other ids are named.</summary>
    public int Unknown { get; private set; }

    /// <summary>What is like them.</summary>
    public SimilarView? View { get; private set; }

    /// <summary>The page; where htmx asks for a place further on, its cards alone. 404 where no post of the library is named.</summary>
    public async Task<IActionResult> OnGetAsync(string? ids, int? skip, CancellationToken ct)
    {
        Asked = Asked.By(Request, clock);
        var named = (ids ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        List<Guid> asked = [.. IdList.In(named).Take(Most)];
        var found = await roots.OfAsync(asked, ct);
        (Known, Unknown) = ([.. asked.Where(found.ContainsKey)], named.Count - found.Count);
        if (Known.Count == 0) return NotFound();
        var from = Math.Clamp(skip ?? 0, 0, SimilarPage.Most);
        View = await show.OfAsync([.. Known.Select(id => found[id]).Distinct().Order()], from, SimilarPage.Size, Asked, HttpContext, more => Asked.Similar(Known, more), ct);
        return Request.WantsFragment() && skip is not null ? Partial("_Stretch", View.Stretch) : Page();
    }
}
