using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Pages.Posts;

/// <summary>The large view of a post, and the ways on from it.</summary>
/// <param name="Post">What is shown.</param>
/// <param name="HasBytes">Whether its bytes are on this machine.</param>
/// <param name="Poster">What to show of a clip until it plays, or null.</param>
/// <param name="Placeholder">What stands in for it otherwise.</param>
/// <param name="Gallery">The gallery at this post's place.</param>
/// <param name="Newer">The post above in the gallery, or null.</param>
/// <param name="Older">The post below, or null.</param>
public sealed record Stage(Post Post, bool HasBytes, string? Poster, Placeholder Placeholder, string Gallery, string? Newer, string? Older)
{
    /// <summary>The stage for a post in its family.</summary>
    public static Stage Of(FamilyView view, LocalMedia media, FrameTools tools) => new(
        view.Post,
        view.Post.File is { Missing: false } || (view.Post.File is null && media.Has(view.Post.MediaUrl, view.Post.MimeType)),
        view.Post.File is { } file && tools.Available ? PictureAddress.Of(file, 1024) : null,
        Placeholder.Of(view.Post.Id, view.PromptOf(view.Post).Text),
        $"/?at={view.Family.CoverId}#post-{view.Family.CoverId}",
        AddressOf(view.Newer),
        AddressOf(view.Older));

    /// <summary>What it is, for the reader.</summary>
    public string Noun => KindName.Of(Post.Kind);

    /// <summary>Width by height, for the placeholder; most pictures of unknown size are portraits.</summary>
    public string Shape => (Width, Height) is ( > 0 and var width, > 0 and var height) ? $"{width} / {height}" : "2 / 3";

    /// <summary>Width in pixels: what the bytes say, else what was stated.</summary>
    public int? Width => Post.File?.Width ?? Post.Width;

    /// <summary>Height in pixels.</summary>
    public int? Height => Post.File?.Height ?? Post.Height;

    private static string? AddressOf(Family? family) => family is null ? null : $"/posts/{family.CoverId}";
}
