namespace Sovia.Pages.Gallery;

/// <summary>The filter panel beside the results.</summary>
/// <param name="GalleryRequest">The query that it filters.</param>
/// <param name="IsOpen">Whether it was left open, in which case it is rendered open to avoid a layout shift.</param>
public sealed record FilterPanel(GalleryRequest GalleryRequest, bool IsOpen)
{
    /// <summary>The cookie that stores whether the panel is open.</summary>
    public const string CookieName = "panel";

    /// <summary>Creates the panel for a request.</summary>
    public static FilterPanel FromRequest(GalleryRequest galleryRequest, HttpRequest request) =>
        new(galleryRequest, request.Cookies[CookieName] == "open");
}
