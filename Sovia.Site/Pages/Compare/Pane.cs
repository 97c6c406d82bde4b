using Sovia.Compare;
using Sovia.Index;
using Sovia.Library;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pictures;

namespace Sovia.Pages.Compare;

/// <summary>One of the posts side by side.</summary>
/// <param name="ComparedPost">The post, as far as there is one.</param>
/// <param name="Number">Its place, from 1.</param>
/// <param name="HasFile">Whether its file can be shown from here.</param>
/// <param name="PosterUrl">A picture of the clip until it plays; null where there is none.</param>
/// <param name="File">What is known of its file.</param>
public sealed record Pane(ComparedPost ComparedPost, int Number, bool HasFile, string? PosterUrl, MediaFile? File)
{
    // As much as the line above a picture ever shows.
    private const int LongestName = 120;

    /// <summary>A pane of a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="number">Its place, from 1.</param>
    /// <param name="here">Addresses of files that no scan has recorded and that are here all the same.</param>
    /// <param name="tools">What pictures of clips are taken with.</param>
    /// <param name="file">What is known of its file.</param>
    public static Pane Create(ComparedPost post, int number, IReadOnlySet<string> here, FfmpegTools tools, MediaFile? file) => new(
        post,
        number,
        post.IsShown && (post.Post!.File is { Missing: false }
            || (post.Post.File is null && post.Post.MediaUrl is { } url && here.Contains(url))),
        post is { IsShown: true, Post.File: { } shown } && tools.IsAvailable ? PictureUrls.GetUrl(shown, 1024) : null,
        file);

    /// <summary>Whether it is blurred until its user asks to see it.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>The post; only where it is shown.</summary>
    public Post Post => ComparedPost.Post!;

    /// <summary>Frames a second of a clip, where its file was looked at.</summary>
    public double? FrameRate => Post.Kind == MediaKind.Video ? File?.Facts?.FrameRate : null;

    /// <summary>Whether it is a clip that can be played.</summary>
    public bool CanPlay => HasFile && Post.Kind == MediaKind.Video;

    /// <summary>Whether it is a still that can be looked at closely.</summary>
    public bool IsImage => HasFile && Post.Kind != MediaKind.Video;

    /// <summary>What stands in for the file.</summary>
    public Placeholder Placeholder => Placeholder.ForPost(ComparedPost.Id, ComparedPost.Prompt.Text);

    /// <summary>What it is called.</summary>
    public string Name =>
        ComparedPost.Annotation.Title ?? Post.Title
        ?? (ComparedPost.Prompt.Text is { Length: > 0 } words ? StorableText.SanitizeLine(words, LongestName)
            : $"{MediaKindName.Format(Post.Kind)} {Number}");

    /// <summary>Why there is nothing to see; null where there is.</summary>
    public string? AbsenceReason => ComparedPost switch
    {
        { IsShown: true } => null,
        { Post: null } => "This item isn't in your library.",
        { Shown: Visibility.Trashed or Visibility.Expired } => "This item is in the trash.",
        { Shown: Visibility.Hidden } => "This item is hidden.",
        _ => "Other items refer to this one, but it hasn't been imported yet.",
    };

    /// <summary>Width and height as a style says them.</summary>
    public (int Width, int Height) AspectRatio => Post.Size is { } size ? (size.Width, size.Height) : (2, 3);
}
