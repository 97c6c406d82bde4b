using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by the number of images in the family.</summary>
internal static class ImagesField
{
    public static readonly Field Field = new("images") { Metatags = [new ImagesMetatag()] };
}

/// <summary>The <c>images:</c> metatag.</summary>
internal sealed class ImagesMetatag() : CountMetatag("images", "Number of images in the stack.", CountKind.Images);
