using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>The contact sheet of a clip: frames from start to end at a glance.</summary>
public sealed class FramesModel(OpenPost open, FfmpegTools tools, TimeProvider clock) : PageModel
{
    /// <summary>The frames; none where there is no clip to take them from.</summary>
    public IReadOnlyList<ContactSheetFrame> Frames { get; private set; } = [];

    /// <summary>The picture that all frames lie in.</summary>
    public string? SpriteUrl { get; private set; }

    /// <summary>The shape of a frame, width by height.</summary>
    public string AspectRatio { get; private set; } = "2 / 3";

    /// <summary>The post's page.</summary>
    public string PostUrl { get; private set; } = "";

    /// <summary>The page; 404 for a post the library does not have.</summary>
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
