using Sovia.Query.Language;
using Sovia.Text;

namespace Sovia.Query.Facets;

/// <summary>Counts the facets of a query that the filter panel offers, each by all choices but its own.</summary>
public sealed class CountFacets(FacetBucketReader tally)
{
    // A library where each family has tags of its own must not make the panel slow.
    private const int MostNames = 300;

    /// <summary>The counts: a pass for the query, and one for each facet of which something is chosen.</summary>
    public async Task<FacetCounts> CountAsync(LibraryQuery query, CancellationToken ct)
    {
        var all = await tally.ReadAsync(query, Facet.Offered, [], MostNames, ct);
        var tallies = Facet.Offered.ToDictionary(facet => facet, _ => all);
        foreach (var choice in query.Choices.Where(choice => choice.Facet.IsOffered))
            tallies[choice.Facet] = await tally.ReadAsync(query.Without(choice.Facet), Facet.Offered, KeysOf(choice), MostNames, ct);
        return FacetCounts.Compute(query, tallies, all);
    }

    // What is chosen of names of which only the commonest are counted.
    private static string[] KeysOf(FacetChoice choice) => choice.Facet.AnnotationSql?.NamesSql is null ? []
        : [.. choice.Included.Concat(choice.Excluded).Select(value => TagText.ToKey(ValueItem.ParseItem(value, 0, _ => false).Text))];
}
