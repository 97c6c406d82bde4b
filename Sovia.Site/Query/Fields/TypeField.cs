using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by media type; a family has the types of all its members.</summary>
internal static class TypeField
{
    public static readonly Field Field = new("type")
    {
        Metatags = [new TypeMetatag()],
        Is = [("image", new Term.KindIs(MediaKind.Image)), ("video", new Term.KindIs(MediaKind.Video))],
        Has = [("video videos", new Term.KindIs(MediaKind.Video)), ("image images", new Term.KindIs(MediaKind.Image))],
        Facet = new TypeFacet(),
        Sort = new("type", "Type", new(NpgsqlDbType.Smallint, "x.by_kind") { Max = SortKeyEncoding.MaxKey }),
    };
}

/// <summary>The <c>type:</c> metatag.</summary>
internal sealed class TypeMetatag() : ChoiceMetatag("type", "Image or video, for any item in the stack. Use cover: for the cover only.",
    ("image images picture still", new Term.KindIs(MediaKind.Image)),
    ("video videos clip", new Term.KindIs(MediaKind.Video)));

/// <summary>The media type; a family with images and videos counts as both.</summary>
internal sealed class TypeFacet() : ChoiceFacet("type", "Type", "(x.images > 0)::integer + 2 * (x.by_videos < 0)::integer", 4,
    ("image", "Images", new Term.KindIs(MediaKind.Image), bits => (bits & 1) != 0),
    ("video", "Videos", new Term.KindIs(MediaKind.Video), bits => (bits & 2) != 0))
{
    public override bool IsOrdered => false;
}
