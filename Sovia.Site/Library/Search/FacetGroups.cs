using System.ComponentModel;

namespace Sovia.Library.Search;

/// <summary>All groups of a search, in the one form that caches keep.</summary>
[ImmutableObject(true)]
public sealed record FacetGroups(FacetGroup[] Groups);
