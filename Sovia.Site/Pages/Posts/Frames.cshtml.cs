using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>The contact sheet of a clip: frames from start to end at a glance.</summary>
public sealed class FramesModel(OpenPost open, FrameTools tools, TimeProvider clock) : PageModel
{
    /// <summary>The frames; none where there is no clip to take them from.</summary>
    public IReadOnlyList<FrameCell> Cells { get; private set; } = [];

    /// <summary>The picture that all frames lie in.</summary>
    public string? Sprite { get; private set; }

    /// <summary>The shape of a frame, width by height.</summary>
    public string Shape { get; private set; } = "2 / 3";

    /// <summary>The post's page.</summary>
    public string Back { get; private set; } = "";

    /// <summary>The page; 404 for a post the library does not have.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var asked = Asked.By(Request, clock);
        if (await open.ByIdAsync(id, asked.List, ct) is not { } view) return NotFound();
        Back = asked.Post(id);
        var stage = Stage.Of(view, asked, new HashSet<string>(), tools);
        if (stage is { IsClip: true, Sprite: { } sprite } && (view.Post.File?.Duration ?? view.Post.Duration) is { } duration and > 0)
            (Sprite, Shape, Cells) = (sprite, stage.Shape, FrameCell.Of(Back, duration));
        return Page();
    }
}
