using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Pages.Compare;

/// <summary>Finds the challengers before and after the current one, in the queue of the URL or in its query.</summary>
public sealed class FindChallengers(BrowseLibrary browse, TimeProvider clock)
{
    /// <summary>The neighbours of a challenger.</summary>
    /// <param name="Previous">The previous challenger; null for the first.</param>
    /// <param name="Next">The next challenger; null for the last.</param>
    /// <param name="Position">The position, from 1, and the total; null if not counted.</param>
    public sealed record Neighbours(Guid? Previous, Guid? Next, (int At, int Of)? Position)
    {
        /// <summary>No neighbours.</summary>
        public static readonly Neighbours None = new(null, null, null);
    }

    /// <summary>Returns the neighbours of the current challenger.</summary>
    public async Task<Neighbours> FindAsync(ComparisonRequest comparisonRequest, HttpRequest request, CancellationToken ct)
    {
        if (comparisonRequest.ChampionId is not { } championId) return Neighbours.None;
        if (comparisonRequest.ChallengerQueue.Count > 0)
        {
            var queue = comparisonRequest.ChallengerQueue.Where(id => id != championId).ToList();
            var i = comparisonRequest.ChallengerId is { } challengerId ? queue.IndexOf(challengerId) : -1;
            return new(i > 0 ? queue[i - 1] : null, i + 1 < queue.Count ? queue[i + 1] : null, i < 0 ? null : (i + 1, queue.Count));
        }
        if (comparisonRequest.Query is not { } query) return Neighbours.None;
        var list = ResolvedQuery.From(LibraryQuery.Parse(Sovia.Query.UrlQueryString.Parse(query), clock.GetUtcNow(),
            ViewerTimeZone.FromRequest(request), request.GetPreferences().Defaults).Query);
        var (above, below) = await browse.ReadNeighboursAsync(list, comparisonRequest.ChallengerId ?? championId, ct);
        // Reads two neighbours in each direction, because the champion is in the list too and is skipped.
        return new(FindFirstExcept(above, championId), FindFirstExcept(below, championId), null);
    }

    private static Guid? FindFirstExcept(IEnumerable<Family> neighbours, Guid championId) =>
        neighbours.FirstOrDefault(family => family.CoverId != championId)?.CoverId;
}
