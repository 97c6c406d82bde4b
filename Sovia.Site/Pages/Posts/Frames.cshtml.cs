using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>Shows the contact sheet of a video: frames from start to end.</summary>
public sealed class FramesModel(OpenPost open, FfmpegTools tools, TimeProvider clock) : PageModel
{
    /// <summary>The frames; empty if there is no video to extract them from.</summary>
    public IReadOnlyList<ContactSheetFrame> Frames { get; private set; } = [];

    /// <summary>The URL of the sprite with all frames.</summary>
    public string? SpriteUrl { get; private set; }

    /// <summary>The aspect ratio of a frame, width by height.</summary>
    public string AspectRatio { get; private set; } = "2 / 3";

    /// <summary>The URL of the post.</summary>
    public string PostUrl { get; private set; } = "";

    /// <summary>Shows the page; 404 if the library does not have the post.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request, clock);
        if (await open.OpenAsync(id, galleryRequest.List, ct) is not { } view) return NotFound();
        PostUrl = galleryRequest.GetPostUrl(id);
        var postViewer = PostViewer.Create(view, galleryRequest, new HashSet<string>(), tools);
        if (postViewer is { IsVideo: true, SpriteUrl: { } sprite } && (view.Post.File?.Duration ?? view.Post.Duration) is { } duration
            and > 0)
            (SpriteUrl, AspectRatio, Frames) = (sprite, postViewer.AspectRatio, ContactSheetFrame.CreateAll(PostUrl, duration));
        return Page();
    }
}
