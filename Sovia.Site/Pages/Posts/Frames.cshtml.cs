using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Media.Frames;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages.Posts;

/// <summary>Shows the contact sheet of a video, frames from start to end, and saves single frames as images.</summary>
/// <remarks>As for a post's other controls, one check for all unsafe methods rejects cross-site requests, so no token is needed.</remarks>
[IgnoreAntiforgeryToken]
public sealed class FramesModel(OpenPost open, SaveFrame save, ApplyChange apply, FfmpegTools tools, TimeProvider clock) : PageModel
{
    // A day, as for the start time of a video.
    private const double MaxSeconds = 86_400;

    /// <summary>The frames; empty if there is no video to extract them from.</summary>
    public IReadOnlyList<ContactSheetFrame> Frames { get; private set; } = [];

    /// <summary>The URL of the sprite with all frames.</summary>
    public string? SpriteUrl { get; private set; }

    /// <summary>The aspect ratio of a frame, width by height.</summary>
    public string AspectRatio { get; private set; } = "2 / 3";

    /// <summary>The URL of the post.</summary>
    public string PostUrl { get; private set; } = "";

    /// <summary>Whether frames can be saved.</summary>
    public bool CanSave => tools.Ffmpeg is not null;

    /// <summary>Shows the page; 404 if the library does not have the post.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var galleryRequest = GalleryRequest.Parse(Request, clock);
        if (await open.OpenAsync(id, galleryRequest.List, ct) is not { } view) return NotFound();
        PostUrl = galleryRequest.GetPostUrl(id);
        var postViewer = PostViewer.Create(view, galleryRequest, new HashSet<string>(), tools);
        if (postViewer is { IsVideo: true, SpriteUrl: { } spriteUrl } && (view.Post.File?.Duration ?? view.Post.Duration) is { } duration
            and > 0)
            (SpriteUrl, AspectRatio, Frames) = (spriteUrl, postViewer.AspectRatio, ContactSheetFrame.CreateAll(PostUrl, duration));
        return Page();
    }

    /// <summary>
    /// Saves the frame at a time as an item of the stack, and redirects to the page that sent the form; 404 if the library has no such
    /// video or its file is missing, 400 without a valid time.
    /// </summary>
    /// <param name="id">The video.</param>
    /// <param name="t">Time in seconds from its start.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, double? t, CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form || t is not (>= 0 and < MaxSeconds)) return BadRequest();
        try
        {
            if (await save.RunAsync(id, t.Value, ct) is not { } frame) return NotFound();
            if (frame.IsNew) TempData.SetToast("Frame saved to the stack.", trash: frame.PostId);
            // Restores the frame if it was saved before and is in the trash.
            else if (await apply.RunAsync(Selection.From([frame.PostId]), new() { Trashed = false }, ct) is { Batch: not null } result)
                TempData.SetToast(result);
            else TempData.SetToast("This frame is already in the stack.");
        }
        catch (UnreadableMediaException exception)
        {
            TempData.SetToast($"Couldn't save the frame. {exception.Message}");
        }
        return Response.SeeOther(ReturnUrlResolver.Resolve(form, Request, $"/posts/{id}"));
    }
}
