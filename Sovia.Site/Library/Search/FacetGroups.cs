using System.ComponentModel;

namespace Sovia.Library.Search;

/// <summary>All groups of a search, in the one form that caches keep.</summary>
[ImmutableObject(true)]
public sealed record FacetGroups(FacetGroup[] Groups)
{
    private readonly Lazy<FacetKeys[]> keys = new(() => [.. Facet.All.Select(facet => FacetKeys.Of(facet, Groups))]);

    /// <summary>What each facet sees of the groups, in the order of <see cref="Facet.All"/>. Found out once.</summary>
    internal FacetKeys[] Keys => keys.Value;

    /// <summary>About how many bytes they take in memory, with what facets see of them.</summary>
    internal long Size => Groups.Sum(group => 150L + SizeOf(group.Models) + SizeOf(group.Modes));

    private static long SizeOf(string[] texts) => 24 + texts.Sum(text => 32L + (2 * text.Length));
}
