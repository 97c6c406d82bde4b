using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>The stylesheets of a page of similar posts.</summary>
internal static class SimilarStyles
{
    /// <summary>Returns the stylesheets of a layout.</summary>
    public static string[] ForDisplay(DisplayOptions displayOptions) =>
        ["placeholder", "card", displayOptions.View == "list" ? "list" : "wall", "gallery", "similar"];
}
