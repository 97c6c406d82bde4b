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

/// <summary>What was moved to the trash, with the ways back.</summary>
public sealed class IndexModel(BrowseLibrary library, CountMatches counts, ReadAnnotations annotations, FindUnscannedFiles unscanned,
    FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock) : PageModel
{
    /// <summary>Whether it shows what has left the trash when its time was up.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Expired { get; set; }

    /// <summary>The query that finds it all.</summary>
    public string Query => QueryOf(Expired);

    /// <summary>The address of the page.</summary>
    public string Address => Expired ? "/trash?expired=true" : "/trash";

    /// <summary>After how many days the trash is cleared of a post; null for never.</summary>
    public int? Days { get; private set; }

    /// <summary>How many posts have left the trash when their time was up.</summary>
    public int Cleared { get; private set; }

    /// <summary>The posts of this page.</summary>
    public IReadOnlyList<Card> Cards { get; private set; } = [];

    /// <summary>When each was moved here.</summary>
    public IReadOnlyDictionary<Guid, Annotation> Annotations { get; private set; } = new Dictionary<Guid, Annotation>();

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The pages above and below; null where there are none.</summary>
    public (string? Newer, string? Older) PageUrls { get; private set; }

    /// <summary>A page of the trash.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = LibraryQuery.Parse(Query, clock.GetUtcNow()).Query;
        var list = ResolvedQuery.From(query);
        var (pagePosition, _, messages) = PositionParameters.Parse(list, Request.Query, query.Zone);
        var page = await library.ReadPageAsync(list, pagePosition, ct);
        var galleryRequest = new GalleryRequest(query, [.. messages], pagePosition, DisplayOptions.Default, "");
        var here = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
        var dim = await blurredItems.FindAsync(Request, list, page.Families, ct);
        Cards = [.. page.Families
            .Select(family => Card.FromFamily(family, galleryRequest, null, here, tools) with { IsBlurred = dim.Contains(family.Id) })];
        Annotations = await annotations.ReadAsync(Cards.Select(card => card.Family.CoverId), ct);
        Count = await counts.CountAsync(list, ct);
        Days = Request.GetPreferences().TrashDays;
        Cleared = Expired ? Count : await counts.CountAsync(ResolvedQuery.From(LibraryQuery.Parse(QueryOf(true), clock.GetUtcNow()).Query),
            ct);
        PageUrls = (WayTo("before", page.Before), WayTo("after", page.After));
    }

    private static string QueryOf(bool expired) => $"search=is:{(expired ? "expired" : "trashed")}&unit=post";

    private string? WayTo(string name, Cursor? cursor) =>
        cursor is null ? null : $"{Address}{(Expired ? '&' : '?')}{name}={Uri.EscapeDataString(cursor.ToString())}";
}
