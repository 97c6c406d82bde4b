using System.Globalization;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Pictures;
using Sovia.Query;

namespace Sovia.Pages.Posts;

/// <summary>The large view of a post, with links to its neighbours.</summary>
/// <param name="Post">The post.</param>
/// <param name="HasFile">Whether its file is saved.</param>
/// <param name="PosterUrl">The poster image of a video, or null.</param>
/// <param name="Placeholder">The placeholder if the file is missing.</param>
/// <param name="GalleryUrl">The gallery URL at this post.</param>
/// <param name="Newer">The previous post in the gallery, or null.</param>
/// <param name="Older">The next post, or null.</param>
public sealed record PostViewer(Post Post, bool HasFile, string? PosterUrl, Placeholder Placeholder, string GalleryUrl,
    NeighbourLink? Newer, NeighbourLink? Older)
{
    /// <summary>Creates the viewer of a post in its family.</summary>
    public static PostViewer Create(FamilyView view, GalleryRequest galleryRequest, IReadOnlySet<string> savedUrls, FfmpegTools tools) =>
        new(
        view.Post,
        view.Post.File is { Missing: false } || (view.Post.File is null && view.Post.MediaUrl is { } url && savedUrls.Contains(url)),
        view.Post.File is { } file && tools.IsAvailable ? PictureUrls.GetUrl(file, 1024) : null,
        Placeholder.ForPost(view.Post.Id, view.GetPrompt(view.Post).Text),
        GetGalleryUrl(view, galleryRequest),
        NeighbourLink.FromFamilies(view.Above, galleryRequest, tools),
        NeighbourLink.FromFamilies(view.Below, galleryRequest, tools))
        {
            SpriteUrl = view.Post is { Kind: MediaKind.Video, File: { } videoFile } && tools.IsAvailable
        ? PictureUrls.GetUrl(videoFile, PictureVariant.Sprite) : null,
            CanSaveFrames = tools.Ffmpeg is not null,
        };

    /// <summary>The URL of a video's sprite, with frames from start to end side by side; null if there is none.</summary>
    public string? SpriteUrl { get; private init; }

    /// <summary>Whether frames of a video can be saved.</summary>
    public bool CanSaveFrames { get; private init; }

    /// <summary>Frames per second of a video, probed from its file; null if unknown.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Whether it is blurred.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>Whether a video plays automatically, muted.</summary>
    public bool AutoPlays { get; init; }

    /// <summary>Start time of a video, in seconds; null for its beginning.</summary>
    public double? StartSeconds { get; init; }

    /// <summary>Whether its file is shown as an image.</summary>
    public bool IsImage => HasFile && Post.Kind != MediaKind.Video;

    /// <summary>Whether its file is played as a video.</summary>
    public bool IsVideo => HasFile && Post.Kind == MediaKind.Video;

    /// <summary>The URL of its file, with the start time of a video.</summary>
    public string FileUrl =>
        StartSeconds is { } start ? string.Create(CultureInfo.InvariantCulture, $"/files/{Post.Id}#t={start:0.###}") : $"/files/{Post.Id}";

    /// <summary>The display name of its kind.</summary>
    public string Noun => MediaKindName.Format(Post.Kind);

    /// <summary>Width by height, for the placeholder; portrait if the size is unknown, because most images are.</summary>
    public string AspectRatio => (Width, Height) is ( > 0 and var width, > 0 and var height) ? $"{width} / {height}" : "2 / 3";

    /// <summary>Width in pixels, from the file if it is known, otherwise from the source.</summary>
    public int? Width => Post.File?.Width ?? Post.Width;

    /// <summary>Height in pixels, from the same places as <see cref="Width"/>.</summary>
    public int? Height => Post.File?.Height ?? Post.Height;

    // Links to the post's own card in a list of posts, and to its family's card otherwise.
    private static string GetGalleryUrl(FamilyView view, GalleryRequest galleryRequest)
    {
        var cardId = galleryRequest.List.Unit == ListUnit.Post ? view.Post.Id : view.Family.CoverId;
        return $"{galleryRequest.GetGalleryUrlAt("at", cardId.ToString())}#post-{cardId}";
    }
}
