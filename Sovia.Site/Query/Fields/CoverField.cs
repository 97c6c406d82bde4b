using Sovia.Library;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>What stands for a family in lists.</summary>
internal static class CoverField
{
    public static readonly Field Field = new("cover") { Metatags = [new CoverMetatag()] };
}

/// <summary><c>cover:</c> what stands for a family in lists.</summary>
internal sealed class CoverMetatag() : ChoiceMetatag("cover", "Cover of the stack: image or video. A single item is its own cover.",
    ("image images picture still", new Term.CoverIs(MediaKind.Image)),
    ("video videos clip", new Term.CoverIs(MediaKind.Video)));
