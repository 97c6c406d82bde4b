using Sovia.Library;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Pictures;

namespace Sovia.Pages.Posts;

/// <summary>A link to the previous or next post of the list that a post was opened from.</summary>
/// <param name="Url">The URL of the neighbour, in the context of that list.</param>
/// <param name="PreloadUrls">The URLs of its large image and of the following one, separated by spaces, to preload and decode; null for
/// none.</param>
public sealed record NeighbourLink(string Url, string? PreloadUrls)
{
    /// <summary>Creates the link to the nearest of some neighbours, or returns null.</summary>
    public static NeighbourLink? FromFamilies(IReadOnlyList<Family> nearest, GalleryRequest galleryRequest, FfmpegTools tools) =>
        nearest is [var next, ..]
        ? new(galleryRequest.GetPostUrl(next.CoverId),
            string.Join(' ', nearest.Select(family => GetLargeUrl(family, tools)).OfType<string>()) is { Length: > 0 } urls ? urls : null)
        : null;

    private static string? GetLargeUrl(Family family, FfmpegTools tools) => family.CoverFile is not { Missing: false } file ? null
        : family.CoverKind != MediaKind.Video ? $"/files/{family.CoverId}"
        : tools.IsAvailable ? PictureUrls.GetUrl(file, 1024)
        : null;
}
