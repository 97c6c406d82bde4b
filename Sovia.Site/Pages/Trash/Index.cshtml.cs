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
    /// <summary>The query that finds it all.</summary>
    public const string Query = "search=is:trashed&unit=post";

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
        Ways = (Address("before", page.Before), Address("after", page.After));
    }

    private static string? Address(string name, Cursor? cursor) => cursor is null ? null : $"/trash?{name}={Uri.EscapeDataString(cursor.ToString())}";
}
