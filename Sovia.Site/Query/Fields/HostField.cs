using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Where its bytes lay.</summary>
internal static class HostField
{
    public static readonly Field Field = new("host") { Metatags = [new HostMetatag()], Facet = new HostFacet() };
}

/// <summary><c>host:</c> where the bytes lay.</summary>
internal sealed class HostMetatag() : NameMetatag("host", "Host of any source URL in the stack. Use none if an item has no URL.",
    host => new Term.HostIs(host), new Term.HostIs(null), "host:assets.grok.com", "host:none");

/// <summary>The hosts of any member.</summary>
internal sealed class HostFacet() : NameFacet("host", "Host", host => new Term.HostIs(host), "hosts")
{
    public override bool IsOffered => false;

    // A member without an address has an empty one.
    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) =>
        base.GetCounts([.. keys.Where(key => key.Texts.Length > 0)]).Where(value => value.Value is not ("none" or "\"\""))
            .Append((FormatValue(null), keys.Where(key => key.Texts.Contains("")).Sum(key => key.Count)));
}
