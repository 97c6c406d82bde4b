using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Trash;

/// <summary>What was moved to the trash, with the ways back.</summary>
public sealed class IndexModel(BrowseLibrary library, CountMatches counts, ReadAnnotations annotations, FindUnscanned unscanned, FrameTools tools, Blurred blurred, TimeProvider clock) : PageModel
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
    public IReadOnlyDictionary<Guid, Annotation> Decided { get; private set; } = new Dictionary<Guid, Annotation>();

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The pages above and below; null where there are none.</summary>
    public (string? Newer, string? Older) Ways { get; private set; }

    /// <summary>A page of the trash.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = LibraryQuery.Parse(Query, clock.GetUtcNow()).Query;
        var list = Listing.Of(query);
        var (place, _, messages) = AskedPlace.In(list, Request.Query, query.Zone);
        var page = await library.PageAsync(list, place, ct);
        var asked = new Asked(query, [.. messages], place, Display.Default, "");
        var here = await unscanned.HereAsync(page.Families.SelectMany(Card.Unrecorded), ct);
        var dim = await blurred.InAsync(Request, list, page.Families, ct);
        Cards = [.. page.Families.Select(family => Card.Of(family, asked, null, here, tools) with { IsBlurred = dim.Contains(family.Id) })];
        Decided = await annotations.OfAsync(Cards.Select(card => card.Family.CoverId), ct);
        Count = await counts.OfAsync(list, ct);
        Days = Request.Preferences().TrashDays;
        Cleared = Expired ? Count : await counts.OfAsync(Listing.Of(LibraryQuery.Parse(QueryOf(true), clock.GetUtcNow()).Query), ct);
        Ways = (WayTo("before", page.Before), WayTo("after", page.After));
    }

    private static string QueryOf(bool expired) => $"search=is:{(expired ? "expired" : "trashed")}&unit=post";

    private string? WayTo(string name, Cursor? cursor) => cursor is null ? null : $"{Address}{(Expired ? '&' : '?')}{name}={Uri.EscapeDataString(cursor.ToString())}";
}
