using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>The styles of a page of similar posts.</summary>
internal static class SimilarParts
{
    /// <summary>Those of a layout.</summary>
    public static string[] Of(Display display) => ["placeholder", "card", display.View == "list" ? "list" : "wall", "gallery", "similar"];
}
