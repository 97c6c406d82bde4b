using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>host:</c> where the bytes lay.</summary>
internal sealed class HostTag() : NameTag("host", "The host that it or any member of its family has its address on; none where one has no address.",
    host => new Term.HostIs(host), new Term.HostIs(null), "host:assets.grok.com", "host:none");
