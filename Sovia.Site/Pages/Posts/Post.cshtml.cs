using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;
using Sovia.Import;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>Shows one post as large as the window allows, with all its details and its family below.</summary>
public sealed class PostModel(OpenPost open, FindMediaFile files, FindUnscannedFiles unscanned, ReadAnnotations annotations,
    ListPostFiles onDisk, FindPostImports runs, FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock) : PageModel
{
    /// <summary>The post in its family.</summary>
    public FamilyView View { get; private set; } = null!;

    /// <summary>The list it was opened from.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The controls that annotate it.</summary>
    public AnnotateView Annotate { get; private set; } = null!;

    /// <summary>The large view.</summary>
    public PostViewer Viewer { get; private set; } = null!;

    /// <summary>The tiles of the family, one per member.</summary>
    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    /// <summary>The URL of the next member of the family, or after the last one of the next post of the list; null at its end.</summary>
    public string? NextUrl { get; private set; }

    /// <summary>All details except the texts.</summary>
    public PostDetailsView Details { get; private set; } = null!;

    /// <summary>The metadata embedded in its file; null if there is none.</summary>
    public EmbeddedMetadata? Embedded { get; private set; }

    /// <summary>Shows the page; 404 if the library does not have the post.</summary>
    /// <param name="id">The post.</param>
    /// <param name="t">The start time of a video, in seconds.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, double? t, CancellationToken ct)
    {
        if (await open.OpenAsync(id, (GalleryRequest = GalleryRequest.Parse(Request, clock)).List, ct) is not { } view) return NotFound();
        var importsTask = runs.RunAsync(id, ct);
        var annotation = (await annotations.ReadAsync([id], ct)).GetValueOrDefault(id);
        View = view = view with { Post = view.Post with { Liked = LikeRule.IsLiked(view.Post, annotation) } };
        Annotate = AnnotateView.FromAnnotation(annotation ?? new() { Id = id }, $"{Request.PathBase}{Request.Path}{Request.QueryString}");
        var file = await files.ForPostAsync(view.Post, ct);
        Embedded = file?.Embedded;
        var savedUrls = await unscanned.FindPresentAsync(view.Posts.Append(view.Post).Where(post => post.File is null)
            .Select(post => (post.MediaUrl, post.MimeType)), ct);
        var blurredIds = await blurredItems.FindAsync(Request, [.. view.Posts.Append(view.Post).Select(post => post.Id).Distinct()], ct);
        Viewer = PostViewer.Create(view, GalleryRequest, savedUrls, tools) with
        {
            FrameRate = file?.Properties?.FrameRate,
            StartSeconds = t is > 0
            and < 86_400 ? t : null,
            IsBlurred = blurredIds.Contains(id),
            AutoPlays = GalleryRequest.Preferences.Autoplay && !blurredIds.Contains(id)
        };
        Tiles = [.. Tile.FromFamily(view, GalleryRequest, savedUrls, tools)
            .Select(tile => tile with { IsBlurred = blurredIds.Contains(tile.Post.Id) })];
        NextUrl = Tiles.SkipWhile(tile => !tile.IsCurrent).Skip(1).FirstOrDefault()?.Url ?? Viewer.Older?.Url;
        Details = new(view.Post, await onDisk.ForPostAsync(id, ct), await importsTask, ViewerTimeZone.FromRequest(Request));
        return Page();
    }
}
