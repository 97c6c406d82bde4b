using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by the host of the source URL.</summary>
internal static class HostField
{
    public static readonly Field Field = new("host") { Metatags = [new HostMetatag()], Facet = new HostFacet() };
}

/// <summary>The <c>host:</c> metatag.</summary>
internal sealed class HostMetatag() : NameMetatag("host", "Host of any source URL in the stack. Use none if an item has no URL.",
    host => new Term.HostIs(host), new Term.HostIs(null), "host:assets.grok.com", "host:none");

/// <summary>Counts items by host; a family counts for the hosts of all its members.</summary>
internal sealed class HostFacet() : NameFacet("host", "Host", host => new Term.HostIs(host), "hosts")
{
    protected override string NoneLabel => "No URL";

    public override bool IsOffered => false;

    // A member without a URL has an empty host.
    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) =>
        base.GetCounts([.. keys.Where(bucket => bucket.Texts.Length > 0)]).Where(value => value.Value is not ("none" or "\"\""))
            .Append((FormatValue(null), keys.Where(bucket => bucket.Texts.Contains("")).Sum(bucket => bucket.Count)));
}
