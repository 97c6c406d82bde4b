namespace Sovia.Library.Search.Facets;

/// <summary>What it is.</summary>
internal sealed class TypeFacet() : ChoiceFacet("type", "Type",
    ("image", "Image", new Term.KindIs(MediaKind.Image)),
    ("video", "Video", new Term.KindIs(MediaKind.Video)))
{
    public override object KeyOf(IndexRow row) => row.Kind;
}
