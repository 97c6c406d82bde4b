using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Number of images in the stack.</summary>
internal static class ImagesField
{
    public static readonly Field Field = new("images") { Metatags = [new ImagesMetatag()] };
}

/// <summary><c>images:</c> how many images.</summary>
internal sealed class ImagesMetatag() : CountMetatag("images", "Number of images in the stack.", CountKind.Images);
