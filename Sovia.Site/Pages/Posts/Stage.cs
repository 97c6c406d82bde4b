using System.Globalization;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>The large view of a post, and the ways on from it.</summary>
/// <param name="Post">What is shown.</param>
/// <param name="HasBytes">Whether its bytes are on this machine.</param>
/// <param name="Poster">What to show of a clip until it plays, or null.</param>
/// <param name="Placeholder">What stands in for it otherwise.</param>
/// <param name="Gallery">The gallery at this post's place.</param>
/// <param name="Newer">The post above in the gallery, or null.</param>
/// <param name="Older">The post below, or null.</param>
public sealed record Stage(Post Post, bool HasBytes, string? Poster, Placeholder Placeholder, string Gallery, Neighbour? Newer, Neighbour? Older)
{
    /// <summary>The stage for a post in its family.</summary>
    public static Stage Of(FamilyView view, Asked asked, IReadOnlySet<string> here, FrameTools tools) => new(
        view.Post,
        view.Post.File is { Missing: false } || (view.Post.File is null && view.Post.MediaUrl is { } url && here.Contains(url)),
        view.Post.File is { } file && tools.Available ? PictureAddress.Of(file, 1024) : null,
        Placeholder.Of(view.Post.Id, view.PromptOf(view.Post).Text),
        GalleryOf(view, asked),
        Neighbour.Of(view.Above, asked, tools),
        Neighbour.Of(view.Below, asked, tools))
    {
        Sprite = view.Post is { Kind: MediaKind.Video, File: { } clip } && tools.Available ? PictureAddress.Of(clip, PictureVariant.Sprite) : null,
    };

    /// <summary>Frames of a clip from start to end, side by side; null where there are none.</summary>
    public string? Sprite { get; private init; }

    /// <summary>Frames a second of a clip, as its bytes say; null where nobody has found out.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Whether it is shown blurred.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>Whether a clip plays, muted, as soon as it is there.</summary>
    public bool IsPlaying { get; init; }

    /// <summary>Where a clip begins to play, in seconds; null for its start.</summary>
    public double? Start { get; init; }

    /// <summary>Whether its bytes are shown as a picture.</summary>
    public bool IsStill => HasBytes && Post.Kind != MediaKind.Video;

    /// <summary>Whether its bytes are played.</summary>
    public bool IsClip => HasBytes && Post.Kind == MediaKind.Video;

    /// <summary>The address of its bytes, a clip's with the place where to begin.</summary>
    public string Bytes => Start is { } start ? string.Create(CultureInfo.InvariantCulture, $"/files/{Post.Id}#t={start:0.###}") : $"/files/{Post.Id}";

    /// <summary>What it is, for the reader.</summary>
    public string Noun => KindName.Of(Post.Kind);

    /// <summary>Width by height, for the placeholder; most pictures of unknown size are portraits.</summary>
    public string Shape => (Width, Height) is ( > 0 and var width, > 0 and var height) ? $"{width} / {height}" : "2 / 3";

    /// <summary>Width in pixels: what the bytes say, else what was stated.</summary>
    public int? Width => Post.File?.Width ?? Post.Width;

    /// <summary>Height in pixels.</summary>
    public int? Height => Post.File?.Height ?? Post.Height;

    // In a list of single posts the post itself is the card.
    private static string GalleryOf(FamilyView view, Asked asked)
    {
        var card = asked.List.Unit == Unit.Post ? view.Post.Id : view.Family.CoverId;
        return $"{asked.GalleryAt("at", card.ToString())}#post-{card}";
    }
}
