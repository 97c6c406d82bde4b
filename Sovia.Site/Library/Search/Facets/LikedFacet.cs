namespace Sovia.Library.Search.Facets;

/// <summary>Liked, not, or never stated.</summary>
internal sealed class LikedFacet() : ChoiceFacet("liked", "Liked",
    ("true", "Liked", new Term.LikedIs(true)),
    ("false", "Not liked", new Term.LikedIs(false)),
    ("unknown", "Nobody said", new Term.LikedIs(null)));
