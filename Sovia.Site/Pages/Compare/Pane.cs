using Sovia.Compare;
using Sovia.Index;
using Sovia.Library;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pictures;

namespace Sovia.Pages.Compare;

/// <summary>One of the posts side by side.</summary>
/// <param name="ComparedPost">The post, which may not exist.</param>
/// <param name="Number">The position, from 1.</param>
/// <param name="HasFile">Whether its file can be shown.</param>
/// <param name="PosterUrl">The poster image of a video; null if there is none.</param>
/// <param name="File">The record of its file.</param>
public sealed record Pane(ComparedPost ComparedPost, int Number, bool HasFile, string? PosterUrl, MediaFile? File)
{
    // Longer than the heading of any pane.
    private const int MaxNameLength = 120;

    /// <summary>Creates the pane of a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="number">The position, from 1.</param>
    /// <param name="savedUrls">The URLs whose files are saved but not scanned yet.</param>
    /// <param name="tools">The tools that extract video frames.</param>
    /// <param name="file">The record of its file.</param>
    public static Pane Create(ComparedPost post, int number, IReadOnlySet<string> savedUrls, FfmpegTools tools, MediaFile? file) => new(
        post,
        number,
        post.IsShown && (post.Post!.File is { Missing: false }
            || (post.Post.File is null && post.Post.MediaUrl is { } url && savedUrls.Contains(url))),
        post is { IsShown: true, Post.File: { } postFile } && tools.IsAvailable ? PictureUrls.GetUrl(postFile, 1024) : null,
        file);

    /// <summary>Whether it is blurred until revealed.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>The post; only available if it is shown.</summary>
    public Post Post => ComparedPost.Post!;

    /// <summary>Frames per second of a video; null if its file has not been probed.</summary>
    public double? FrameRate => Post.Kind == MediaKind.Video ? File?.Properties?.FrameRate : null;

    /// <summary>Whether it is a playable video.</summary>
    public bool CanPlay => HasFile && Post.Kind == MediaKind.Video;

    /// <summary>Whether it is an image that can be zoomed.</summary>
    public bool IsImage => HasFile && Post.Kind != MediaKind.Video;

    /// <summary>The placeholder for the file.</summary>
    public Placeholder Placeholder => Placeholder.ForPost(ComparedPost.Id, ComparedPost.Prompt.Text);

    /// <summary>The display name.</summary>
    public string Name =>
        ComparedPost.Annotation.Title ?? Post.Title
        ?? (ComparedPost.Prompt.Text is { Length: > 0 } prompt ? StorableText.SanitizeLine(prompt, MaxNameLength)
            : $"{MediaKindName.Format(Post.Kind)} {Number}");

    /// <summary>The reason why the post cannot be shown; null if it can be.</summary>
    public string? AbsenceReason => ComparedPost switch
    {
        { IsShown: true } => null,
        { Post: null } => "This item isn't in your library.",
        { Visibility: Visibility.Trashed or Visibility.Expired } => "This item is in the trash.",
        { Visibility: Visibility.Hidden } => "This item is hidden.",
        _ => "Other items refer to this one, but it hasn't been imported yet.",
    };

    /// <summary>Width and height for the CSS aspect ratio.</summary>
    public (int Width, int Height) AspectRatio => Post.Size is { } size ? (size.Width, size.Height) : (2, 3);
}
