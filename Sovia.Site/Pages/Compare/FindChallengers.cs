using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Pages.Compare;

/// <summary>Finds who comes before and behind the challenger of a champion: in the list that the address names, or in its query.</summary>
public sealed class FindChallengers(BrowseLibrary browse, TimeProvider clock)
{
    /// <summary>The ways on from a challenger.</summary>
    /// <param name="Previous">The one before; null where it is the first.</param>
    /// <param name="Next">The one behind; null where it is the last.</param>
    /// <param name="Position">Which it is, from 1, and of how many; null where nobody counted.</param>
    public sealed record Neighbours(Guid? Previous, Guid? Next, (int At, int Of)? Position)
    {
        /// <summary>Nobody walks.</summary>
        public static readonly Neighbours None = new(null, null, null);
    }

    /// <summary>The ways on from the challenger that is shown.</summary>
    public async Task<Neighbours> FindAsync(ComparisonRequest comparisonRequest, HttpRequest request, CancellationToken ct)
    {
        if (comparisonRequest.ChampionId is not { } pin) return Neighbours.None;
        if (comparisonRequest.ChallengerQueue.Count > 0)
        {
            var walk = comparisonRequest.ChallengerQueue.Where(id => id != pin).ToList();
            var at = comparisonRequest.ChallengerId is { } shown ? walk.IndexOf(shown) : -1;
            return new(at > 0 ? walk[at - 1] : null, at + 1 < walk.Count ? walk[at + 1] : null, at < 0 ? null : (at + 1, walk.Count));
        }
        if (comparisonRequest.Query is not { } query) return Neighbours.None;
        var list =
            ResolvedQuery.From(LibraryQuery.Parse(Sovia.Query.UrlQueryString.Parse(query), clock.GetUtcNow(),
                ViewerTimeZone.FromRequest(request), request.GetPreferences().Defaults).Query);
        var (above, below) = await browse.ReadNeighboursAsync(list, comparisonRequest.ChallengerId ?? pin, ct);
        // The champion stands in the list too, and is stepped over: two neighbours are enough for that.
        return new(Past(above, pin), Past(below, pin), null);
    }

    private static Guid? Past(IEnumerable<Family> neighbours, Guid pin) =>
        neighbours.FirstOrDefault(family => family.CoverId != pin)?.CoverId;
}
