namespace Sovia.Pages.Gallery;

/// <summary>The filters beside the results.</summary>
/// <param name="GalleryRequest">The query they belong to.</param>
/// <param name="IsOpen">Whether they were left open: then they stand there from the first paint and push nothing aside later.</param>
public sealed record FilterPanel(GalleryRequest GalleryRequest, bool IsOpen)
{
    /// <summary>The cookie that remembers it.</summary>
    public const string CookieName = "panel";

    /// <summary>The panel for a request.</summary>
    public static FilterPanel FromRequest(GalleryRequest galleryRequest, HttpRequest request) =>
        new(galleryRequest, request.Cookies[CookieName] == "open");
}
