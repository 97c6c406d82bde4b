using Sovia.Compare;
using Sovia.Index;
using Sovia.Library;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Pages.Compare;

/// <summary>One of the posts side by side.</summary>
/// <param name="Of">The post, as far as there is one.</param>
/// <param name="Number">Its place, from 1.</param>
/// <param name="HasBytes">Whether its file can be shown from here.</param>
/// <param name="Poster">A picture of the clip until it plays; null where there is none.</param>
/// <param name="File">What is known of its file.</param>
public sealed record Pane(Compared Of, int Number, bool HasBytes, string? Poster, MediaFile? File)
{
    // As much as the line above a picture ever shows.
    private const int LongestName = 120;

    /// <summary>A pane of a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="number">Its place, from 1.</param>
    /// <param name="here">Addresses of files that no scan has recorded and that are here all the same.</param>
    /// <param name="tools">What pictures of clips are taken with.</param>
    /// <param name="file">What is known of its file.</param>
    public static Pane Show(Compared post, int number, IReadOnlySet<string> here, FrameTools tools, MediaFile? file) => new(
        post,
        number,
        post.IsShown && (post.Post!.File is { Missing: false } || (post.Post.File is null && post.Post.MediaUrl is { } url && here.Contains(url))),
        post is { IsShown: true, Post.File: { } shown } && tools.Available ? PictureAddress.Of(shown, 1024) : null,
        file);

    /// <summary>Whether it is blurred until its user asks to see it.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>The post; only where it is shown.</summary>
    public Post Post => Of.Post!;

    /// <summary>Frames a second of a clip, where its file was looked at.</summary>
    public double? FrameRate => Post.Kind == MediaKind.Video ? File?.Facts?.FrameRate : null;

    /// <summary>Whether it is a clip that can be played.</summary>
    public bool Plays => HasBytes && Post.Kind == MediaKind.Video;

    /// <summary>Whether it is a still that can be looked at closely.</summary>
    public bool IsStill => HasBytes && Post.Kind != MediaKind.Video;

    /// <summary>What stands in for the file.</summary>
    public Placeholder Placeholder => Placeholder.Of(Of.Id, Of.Prompt.Text);

    /// <summary>What it is called.</summary>
    public string Name => Of.Annotation.Title ?? Post.Title ?? (Of.Prompt.Text is { Length: > 0 } words ? KeptText.Line(words, LongestName) : $"{KindName.Of(Post.Kind)} {Number}");

    /// <summary>Why there is nothing to see; null where there is.</summary>
    public string? Absence => Of switch
    {
        { IsShown: true } => null,
        { Post: null } => "This item isn't in your library.",
        { Shown: Shown.Trashed or Shown.Expired } => "This item is in the trash.",
        { Shown: Shown.Hidden } => "This item is hidden.",
        _ => "Other items refer to this one, but it hasn't been imported yet.",
    };

    /// <summary>Width and height as a style says them.</summary>
    public (int Width, int Height) Shape => Post.Size is { } size ? (size.Width, size.Height) : (2, 3);
}
