using Sovia.Library;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by the type of a family's cover.</summary>
internal static class CoverField
{
    public static readonly Field Field = new("cover") { Metatags = [new CoverMetatag()] };
}

/// <summary>The <c>cover:</c> metatag.</summary>
internal sealed class CoverMetatag() : ChoiceMetatag("cover", "Cover of the stack: image or video. A single item is its own cover.",
    ("image images picture still", new Term.CoverIs(MediaKind.Image)),
    ("video videos clip", new Term.CoverIs(MediaKind.Video)));
