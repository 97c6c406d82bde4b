using Sovia.Library;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Pictures;

namespace Sovia.Pages.Posts;

/// <summary>What stands beside a post in the list it was opened from.</summary>
/// <param name="Url">Its page, in the context of that list.</param>
/// <param name="PreloadUrls">Addresses of its large picture and of the one beyond it, parted by spaces, to be decoded ahead; null for
/// none.</param>
public sealed record NeighbourLink(string Url, string? PreloadUrls)
{
    /// <summary>The nearest of some neighbours, or null.</summary>
    public static NeighbourLink? FromFamilies(IReadOnlyList<Family> nearest, GalleryRequest galleryRequest, FfmpegTools tools) =>
        nearest is [var next, ..]
        ? new(galleryRequest.GetPostUrl(next.CoverId),
            string.Join(' ', nearest.Select(family => Large(family, tools)).OfType<string>()) is { Length: > 0 } ahead ? ahead : null)
        : null;

    private static string? Large(Family family, FfmpegTools tools) => family.CoverFile is not { Missing: false } file ? null
        : family.CoverKind != MediaKind.Video ? $"/files/{family.CoverId}"
        : tools.IsAvailable ? PictureUrls.GetUrl(file, 1024)
        : null;
}
