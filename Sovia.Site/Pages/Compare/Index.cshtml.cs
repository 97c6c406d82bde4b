using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Compare;
using Sovia.Media;
using Sovia.Metadata.Decoding;

namespace Sovia.Pages.Compare;

/// <summary>Shows two to four posts side by side: the media, the prompts, and every detail in which they differ.</summary>
public sealed class IndexModel(ReadComparedPosts read, ReadMediaFiles files, FindChallengers findChallengers, FindUnscannedFiles unscanned,
    FfmpegTools tools, BlurredItems blurredItems) : PageModel
{
    /// <summary>The parsed request.</summary>
    public ComparisonRequest Comparison { get; private set; } = null!;

    /// <summary>The ids in the URL.</summary>
    public ComparedIds RequestedIds { get; private set; } = null!;

    /// <summary>The posts, with a substitute for each that cannot be shown.</summary>
    public IReadOnlyList<Pane> Panes { get; private set; } = [];

    /// <summary>The posts that can be shown.</summary>
    public IReadOnlyList<Pane> ShownPanes => [.. Panes.Where(pane => pane.AbsenceReason is null)];

    /// <summary>Their details, row by row.</summary>
    public IReadOnlyList<ComparisonRow> Rows { get; private set; } = [];

    /// <summary>
    /// The differences between the first prompt and each of the others; null for the first, and if either prompt is missing.
    /// </summary>
    public IReadOnlyList<WordDiff?> PromptDifferences { get; private set; } = [];

    /// <summary>The challengers before and after the current one.</summary>
    public FindChallengers.Neighbours Neighbours { get; private set; } = FindChallengers.Neighbours.None;

    /// <summary>Shows the page; posts that cannot be shown are explained in their panes.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        RequestedIds = ComparedIds.Parse(Request.Query["ids"].Concat(Request.Query["covers"]).Concat(Request.Query["add"]));
        Comparison = ComparisonRequest.Parse(Request.Query, RequestedIds);
        var posts = await read.ReadAsync(RequestedIds.Ids, ct);
        var savedUrls = await unscanned.FindPresentAsync(posts.Where(post => post is { IsShown: true, Post.File: null })
            .Select(post => (post.Post!.MediaUrl, post.Post.MimeType)), ct);
        var filesById = await files.ForPostsAsync(posts.Where(post => post.IsShown).Select(post => post.Post!), ct);
        var blurredIds = await blurredItems.FindAsync(Request, [.. posts.Where(post => post.IsShown).Select(post => post.Id)], ct);
        Panes = [
            .. posts.Select((post, i) => Pane.Create(post, i + 1, savedUrls, tools,
                filesById.GetValueOrDefault(post.Id)) with { IsBlurred = blurredIds.Contains(post.Id) })];
        Neighbours = await findChallengers.FindAsync(Comparison, Request, ct);
        Rows = ComparisonRow.FromPanes(ShownPanes, ViewerTimeZone.FromRequest(Request));
        PromptDifferences = [.. ShownPanes.Select((pane, i) => i > 0 && pane.ComparedPost.Prompt.Text is { } text
            && ShownPanes[0].ComparedPost.Prompt.Text is { } first ? WordDiff.Compute(first, text) : null)];
    }
}
