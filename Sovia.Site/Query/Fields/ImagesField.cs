using Sovia.Library.Language.Tags;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>Number of images in the stack.</summary>
internal static class ImagesField
{
    public static readonly Field Field = new("images") { Metatags = [new ImagesTag()] };
}

/// <summary><c>images:</c> how many images.</summary>
internal sealed class ImagesTag() : CountTag("images", "Number of images in the stack.", CountOf.Images);
