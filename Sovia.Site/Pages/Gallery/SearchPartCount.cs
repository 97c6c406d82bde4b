using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Pages.Gallery;

/// <summary>One condition of a query that has no results.</summary>
/// <param name="Text">The condition as people read it.</param>
/// <param name="Count">Number of results of this condition alone; null if counting took too long.</param>
/// <param name="Alone">The query with this condition alone.</param>
/// <param name="Without">The query without this condition.</param>
public sealed record SearchPartCount(string Text, int? Count, LibraryQuery Alone, LibraryQuery Without)
{
    private const int Max = 6;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(300);

    /// <summary>Returns the conditions of a query with their counts; none if there is only one.</summary>
    public static async Task<IReadOnlyList<SearchPartCount>> CreateAllAsync(LibraryQuery query, CountMatches counts)
    {
        var parts = GetParts(query).Take(Max).ToList();
        if (parts.Count < 2) return [];
        var counting = parts.Select(async part =>
            part with
            {
                Count = await counts.CountAsync(ResolvedQuery.From(part.Alone), CancellationToken.None, null)
                .WaitOrNullAsync(Timeout)
            });
        return await Task.WhenAll(counting);
    }

    private static IEnumerable<SearchPartCount> GetParts(LibraryQuery query)
    {
        var parts = query.Search.Parts;
        for (var at = 0; at < parts.Length; at++)
            yield return new(parts[at], null, query.WithoutChoices.WithSearch(parts[at]),
                query.WithSearch(string.Join(' ', parts.RemoveAt(at))));
        foreach (var (facet, included, excluded) in query.Choices)
        {
            var shown = string.Join(", ", included.Select(facet.GetLabel).Concat(excluded.Select(value => $"not {facet.GetLabel(value)}")));
            yield return new($"{facet.Title}: {shown}", null, query.WithoutFilters.WithZone(query.Zone)
                .AddChoices(facet, included, excluded), query.Without(facet));
        }
    }
}
