namespace Sovia.Library.Search.Facets;

/// <summary>Liked, not, or never stated.</summary>
internal sealed class LikedFacet() : ChoiceFacet("liked", "Liked",
    ("true", "Liked", new Term.LikedIs(true)),
    ("false", "Not liked", new Term.LikedIs(false)),
    (Unknown, "Unknown", new Term.LikedIs(null)))
{
    public override object KeyOf(IndexRow row) => row.Liked ?? (object)"";

    private const string Unknown = "unknown";

    public override string Written(string? name) => name ?? Unknown;
}
