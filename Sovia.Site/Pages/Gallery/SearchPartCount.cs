using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Pages.Gallery;

/// <summary>One condition of a query that has no results.</summary>
/// <param name="Text">The display text of the condition.</param>
/// <param name="Count">Number of results of this condition alone; null if counting took too long.</param>
/// <param name="Alone">The query with this condition alone.</param>
/// <param name="Without">The query without this condition.</param>
public sealed record SearchPartCount(string Text, int? Count, LibraryQuery Alone, LibraryQuery Without)
{
    private const int MaxParts = 6;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(300);

    /// <summary>Returns the conditions of a query with their counts; none if there is only one.</summary>
    public static async Task<IReadOnlyList<SearchPartCount>> CreateAllAsync(LibraryQuery query, CountMatches counts)
    {
        var parts = GetParts(query).Take(MaxParts).ToList();
        if (parts.Count < 2) return [];
        var countTasks = parts.Select(async part =>
            part with
            {
                Count = await counts.CountAsync(ResolvedQuery.From(part.Alone), CancellationToken.None, null)
                .WaitOrNullAsync(Timeout)
            });
        return await Task.WhenAll(countTasks);
    }

    private static IEnumerable<SearchPartCount> GetParts(LibraryQuery query)
    {
        var parts = query.Search.Parts;
        for (var i = 0; i < parts.Length; i++)
            yield return new(parts[i], null, query.WithoutChoices.WithSearch(parts[i]),
                query.WithSearch(string.Join(' ', parts.RemoveAt(i))));
        foreach (var (facet, included, excluded) in query.Choices)
        {
            var labels = string.Join(", ", included.Select(facet.GetLabel).Concat(excluded.Select(value => $"not {facet.GetLabel(value)}")));
            yield return new($"{facet.Title}: {labels}", null, query.WithoutFilters.WithZone(query.Zone)
                .AddChoices(facet, included, excluded), query.Without(facet));
        }
    }
}
