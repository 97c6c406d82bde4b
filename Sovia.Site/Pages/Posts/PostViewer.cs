using System.Globalization;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Pictures;
using Sovia.Query;

namespace Sovia.Pages.Posts;

/// <summary>The large view of a post, and the ways on from it.</summary>
/// <param name="Post">What is shown.</param>
/// <param name="HasFile">Whether its bytes are on this machine.</param>
/// <param name="PosterUrl">What to show of a clip until it plays, or null.</param>
/// <param name="Placeholder">What stands in for it otherwise.</param>
/// <param name="GalleryUrl">The gallery at this post's place.</param>
/// <param name="Newer">The post above in the gallery, or null.</param>
/// <param name="Older">The post below, or null.</param>
public sealed record PostViewer(Post Post, bool HasFile, string? PosterUrl, Placeholder Placeholder, string GalleryUrl,
    NeighbourLink? Newer, NeighbourLink? Older)
{
    /// <summary>The stage for a post in its family.</summary>
    public static PostViewer Create(FamilyView view, GalleryRequest galleryRequest, IReadOnlySet<string> here, FfmpegTools tools) => new(
        view.Post,
        view.Post.File is { Missing: false } || (view.Post.File is null && view.Post.MediaUrl is { } url && here.Contains(url)),
        view.Post.File is { } file && tools.IsAvailable ? PictureUrls.GetUrl(file, 1024) : null,
        Placeholder.ForPost(view.Post.Id, view.GetPrompt(view.Post).Text),
        GalleryOf(view, galleryRequest),
        NeighbourLink.FromFamilies(view.Above, galleryRequest, tools),
        NeighbourLink.FromFamilies(view.Below, galleryRequest, tools))
    {
        SpriteUrl = view.Post is { Kind: MediaKind.Video, File: { } clip } && tools.IsAvailable
        ? PictureUrls.GetUrl(clip, PictureVariant.Sprite) : null,
    };

    /// <summary>Frames of a clip from start to end, side by side; null where there are none.</summary>
    public string? SpriteUrl { get; private init; }

    /// <summary>Frames a second of a clip, as its bytes say; null where nobody has found out.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Whether it is shown blurred.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>Whether a clip plays, muted, as soon as it is there.</summary>
    public bool AutoPlays { get; init; }

    /// <summary>Where a clip begins to play, in seconds; null for its start.</summary>
    public double? StartSeconds { get; init; }

    /// <summary>Whether its bytes are shown as a picture.</summary>
    public bool IsImage => HasFile && Post.Kind != MediaKind.Video;

    /// <summary>Whether its bytes are played.</summary>
    public bool IsVideo => HasFile && Post.Kind == MediaKind.Video;

    /// <summary>The address of its bytes, a clip's with the place where to begin.</summary>
    public string FileUrl =>
        StartSeconds is { } start ? string.Create(CultureInfo.InvariantCulture, $"/files/{Post.Id}#t={start:0.###}") : $"/files/{Post.Id}";

    /// <summary>What it is, for the reader.</summary>
    public string Noun => MediaKindName.Format(Post.Kind);

    /// <summary>Width by height, for the placeholder; most pictures of unknown size are portraits.</summary>
    public string AspectRatio => (Width, Height) is ( > 0 and var width, > 0 and var height) ? $"{width} / {height}" : "2 / 3";

    /// <summary>Width in pixels: what the bytes say, else what was stated.</summary>
    public int? Width => Post.File?.Width ?? Post.Width;

    /// <summary>Height in pixels.</summary>
    public int? Height => Post.File?.Height ?? Post.Height;

    // In a list of single posts the post itself is the card.
    private static string GalleryOf(FamilyView view, GalleryRequest galleryRequest)
    {
        var card = galleryRequest.List.Unit == ListUnit.Post ? view.Post.Id : view.Family.CoverId;
        return $"{galleryRequest.GetGalleryUrlAt("at", card.ToString())}#post-{card}";
    }
}
