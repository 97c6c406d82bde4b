using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Pages.Trash;

/// <summary>Lists the posts in the trash, with forms to restore them.</summary>
public sealed class IndexModel(BrowseLibrary library, CountMatches counts, ReadAnnotations annotations, FindUnscannedFiles unscanned,
    FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock) : PageModel
{
    /// <summary>Whether to list the posts that were cleared from the trash after its retention time.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Expired { get; set; }

    /// <summary>The query of all listed posts.</summary>
    public string Query => GetQuery(Expired);

    /// <summary>The URL of the page.</summary>
    public string Address => Expired ? "/trash?expired=true" : "/trash";

    /// <summary>The retention time in days; null if the trash is never cleared.</summary>
    public int? Days { get; private set; }

    /// <summary>The number of posts cleared from the trash after its retention time.</summary>
    public int Cleared { get; private set; }

    /// <summary>The posts of this page.</summary>
    public IReadOnlyList<Card> Cards { get; private set; } = [];

    /// <summary>The annotations of the posts, with the time when each was moved to the trash.</summary>
    public IReadOnlyDictionary<Guid, Annotation> Annotations { get; private set; } = new Dictionary<Guid, Annotation>();

    /// <summary>The number of listed posts.</summary>
    public int Count { get; private set; }

    /// <summary>The URLs of the previous and next pages; null if there is none.</summary>
    public (string? Newer, string? Older) PageUrls { get; private set; }

    /// <summary>Shows a page of the trash.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = LibraryQuery.Parse(Query, clock.GetUtcNow()).Query;
        var list = ResolvedQuery.From(query);
        var (pagePosition, _, messages) = PositionParameters.Parse(list, Request.Query, query.Zone);
        var page = await library.ReadPageAsync(list, pagePosition, ct);
        var galleryRequest = new GalleryRequest(query, [.. messages], pagePosition, DisplayOptions.Default, "");
        var savedUrls = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
        var blurredIds = await blurredItems.FindAsync(Request, list, page.Families, ct);
        Cards = [.. page.Families
            .Select(f => Card.FromFamily(f, galleryRequest, null, savedUrls, tools) with { IsBlurred = blurredIds.Contains(f.Id) })];
        Annotations = await annotations.ReadAsync(Cards.Select(card => card.Family.CoverId), ct);
        Count = await counts.CountAsync(list, ct);
        Days = Request.GetPreferences().TrashDays;
        Cleared = Expired ? Count : await counts.CountAsync(ResolvedQuery.From(LibraryQuery.Parse(GetQuery(true), clock.GetUtcNow()).Query),
            ct);
        PageUrls = (GetPageUrl("before", page.Before), GetPageUrl("after", page.After));
    }

    private static string GetQuery(bool isExpired) => $"search=is:{(isExpired ? "expired" : "trashed")}&unit=post";

    private string? GetPageUrl(string name, Cursor? cursor) =>
        cursor is null ? null : $"{Address}{(Expired ? '&' : '?')}{name}={Uri.EscapeDataString(cursor.ToString())}";
}
