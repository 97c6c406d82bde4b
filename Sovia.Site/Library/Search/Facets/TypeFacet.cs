namespace Sovia.Library.Search.Facets;

/// <summary>What it is, of a family any member: one with a still and its videos counts as both.</summary>
internal sealed class TypeFacet() : ChoiceFacet("type", "Type",
    ("image", "Images", new Term.KindIs(MediaKind.Image)),
    ("video", "Videos", new Term.KindIs(MediaKind.Video)))
{
    public override object KeyOf(IndexRow row) => (row.Images > 0, row.Videos > 0);
}
