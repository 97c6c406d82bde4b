using System.Globalization;
using Npgsql;
using Sovia.Caching;
using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Counts a query's facets, each by all choices but its own. What is counted of posts is kept while posts do not change, whatever users decide.</summary>
public sealed class CountFacets(NpgsqlDataSource source, CurrentTenant tenant, LibraryVersion versions, SharedCache cache)
{
    private static readonly FacetTally NoDecisions = new([], 0);

    /// <summary>The counts: a pass for the query, and one for each facet of which something is chosen.</summary>
    public async Task<FacetCounts> OfAsync(LibraryQuery query, CancellationToken ct)
    {
        var state = await versions.CurrentAsync(tenant.Id, ct);
        var all = await TallyAsync(query, [], state, ct);
        var tallies = Facet.All.ToDictionary(facet => facet, _ => all);
        foreach (var choice in query.Choices) tallies[choice.Facet] = await TallyAsync(query.Without(choice.Facet), KeysOf(choice), state, ct);
        return FacetCounts.Of(query, tallies, all);
    }

    private async Task<FacetTally> TallyAsync(LibraryQuery query, string[] chosen, LibraryState state, CancellationToken ct)
    {
        var list = (Listing.Of(query) with { Sort = null }).In(state);
        // Others may wait for these when the request is over, so that they take along nothing of it.
        var counting = new TallyFacets(source, list, tenant.Id);
        var content = await cache.GetAsync(
            "facets", tenant.Id, list.StampOf(state), $"{list.Name}\n{query.Zone.Id}", ct => counting.ContentAsync(query.Zone, ct), tally => tally.Size, ct);
        var decided = state.StateStamp.Length == 0 ? NoDecisions : await cache.GetAsync(
            "decided facets", tenant.Id, state.FullStamp, $"{list.Name}\n{string.Join('\n', chosen)}", ct => counting.DecisionsAsync(chosen, ct), tally => tally.Size, ct);
        return WithDecisions(content, decided);
    }

    // What is chosen of names of which only the commonest are counted.
    private static string[] KeysOf(FacetChoice choice) => choice.Facet.Decided?.Names is null ? []
        : [.. choice.Included.Concat(choice.Excluded).Select(value => TagText.KeyOf(ValueItem.At(value, 0, _ => false).Text))];

    // A row that users decided about counts there instead of where its own column, or the default, puts it.
    private static FacetTally WithDecisions(FacetTally content, FacetTally decided)
    {
        var keys = new Dictionary<string, FacetKey[]>(content.Keys);
        foreach (var facet in FacetSql.OfDecisions)
        {
            var both = Before(facet, content).Concat(decided.Keys.GetValueOrDefault(facet.Parameter) ?? []);
            keys[facet.Parameter] = facet.IsOfNames ? [.. both]
                : [.. both.GroupBy(key => key.Number, (number, same) => new FacetKey(number, [], same.Sum(key => key.Count))).Where(key => key.Count > 0)];
        }
        return new(keys, content.Total);
    }

    private static FacetKey[] Before(Facet facet, FacetTally content) =>
        facet.Column is not null ? content.Keys[facet.Parameter]
        : content.Total == 0 ? []
        : [new(int.Parse(facet.Decided!.Before, CultureInfo.InvariantCulture), [], content.Total)];
}
