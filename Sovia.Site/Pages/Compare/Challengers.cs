using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Pages.Compare;

/// <summary>Finds who comes before and behind the challenger of a champion: in the list that the address names, or in its query.</summary>
public sealed class Challengers(BrowseLibrary browse, TimeProvider clock)
{
    /// <summary>The ways on from a challenger.</summary>
    /// <param name="Previous">The one before; null where it is the first.</param>
    /// <param name="Next">The one behind; null where it is the last.</param>
    /// <param name="Place">Which it is, from 1, and of how many; null where nobody counted.</param>
    public sealed record Ways(Guid? Previous, Guid? Next, (int At, int Of)? Place)
    {
        /// <summary>Nobody walks.</summary>
        public static readonly Ways None = new(null, null, null);
    }

    /// <summary>The ways on from the challenger that is shown.</summary>
    public async Task<Ways> OfAsync(Comparison comparison, HttpRequest request, CancellationToken ct)
    {
        if (comparison.Pin is not { } pin) return Ways.None;
        if (comparison.Walk.Count > 0)
        {
            var walk = comparison.Walk.Where(id => id != pin).ToList();
            var at = comparison.Challenger is { } shown ? walk.IndexOf(shown) : -1;
            return new(at > 0 ? walk[at - 1] : null, at + 1 < walk.Count ? walk[at + 1] : null, at < 0 ? null : (at + 1, walk.Count));
        }
        if (comparison.Query is not { } query) return Ways.None;
        var list = Listing.Of(LibraryQuery.Parse(Library.Search.QueryString.Pairs(query), clock.GetUtcNow(), ViewerDays.ZoneOf(request), request.Preferences().Defaults).Query);
        var (above, below) = await browse.NeighboursAsync(list, comparison.Challenger ?? pin, ct);
        // The champion stands in the list too, and is stepped over: two neighbours are enough for that.
        return new(Past(above, pin), Past(below, pin), null);
    }

    private static Guid? Past(IEnumerable<Family> neighbours, Guid pin) => neighbours.FirstOrDefault(family => family.CoverId != pin)?.CoverId;
}
