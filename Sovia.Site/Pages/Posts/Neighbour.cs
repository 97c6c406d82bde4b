using Sovia.Library;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>What stands beside a post in the list it was opened from.</summary>
/// <param name="Address">Its page, in the context of that list.</param>
/// <param name="Ahead">Addresses of its large picture and of the one beyond it, parted by spaces, to be decoded ahead; null for none.</param>
public sealed record Neighbour(string Address, string? Ahead)
{
    /// <summary>The nearest of some neighbours, or null.</summary>
    public static Neighbour? Of(IReadOnlyList<Family> nearest, Asked asked, FrameTools tools) => nearest is [var next, ..]
        ? new(asked.Post(next.CoverId), string.Join(' ', nearest.Select(family => Large(family, tools)).OfType<string>()) is { Length: > 0 } ahead ? ahead : null)
        : null;

    private static string? Large(Family family, FrameTools tools) => family.CoverFile is not { Missing: false } file ? null
        : family.CoverKind != MediaKind.Video ? $"/files/{family.CoverId}"
        : tools.Available ? PictureAddress.Of(file, 1024)
        : null;
}
