using Sovia.Library.Language.Tags;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>Where its bytes lay.</summary>
internal static class HostField
{
    public static readonly Field Field = new("host") { Metatags = [new HostTag()] };
}

/// <summary><c>host:</c> where the bytes lay.</summary>
internal sealed class HostTag() : NameTag("host", "The host that it or any member of its family has its address on; none where one has no address.",
    host => new Term.HostIs(host), new Term.HostIs(null), "host:assets.grok.com", "host:none");
