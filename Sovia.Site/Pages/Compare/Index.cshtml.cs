using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Compare;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Pages.Compare;

/// <summary>Two to four posts side by side: what they show, what they were made from, and every fact in which they differ.</summary>
public sealed class IndexModel(ReadCompared read, ReadMediaFiles files, Challengers challengers, FindUnscanned unscanned, FrameTools tools, Blurred blurred) : PageModel
{
    /// <summary>What the address asks for.</summary>
    public Comparison Comparison { get; private set; } = null!;

    /// <summary>The ids in the address.</summary>
    public ComparedIds Asked { get; private set; } = null!;

    /// <summary>The posts, and what stands in for those that cannot be shown.</summary>
    public IReadOnlyList<Pane> Panes { get; private set; } = [];

    /// <summary>The posts that are shown.</summary>
    public IReadOnlyList<Pane> Shown => [.. Panes.Where(pane => pane.Absence is null)];

    /// <summary>Their facts, row by row.</summary>
    public IReadOnlyList<ComparedRow> Rows { get; private set; } = [];

    /// <summary>How their prompts differ from that of the first; null for the first, and where one has none.</summary>
    public IReadOnlyList<WordDifference?> Prompts { get; private set; } = [];

    /// <summary>The challengers before and behind the one that is shown.</summary>
    public Challengers.Ways Ways { get; private set; } = Challengers.Ways.None;

    /// <summary>The page; what an address names that cannot be shown is told in its place.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Asked = ComparedIds.Read(Request.Query["ids"].Concat(Request.Query["covers"]).Concat(Request.Query["add"]));
        Comparison = Comparison.Of(Request.Query, Asked);
        var posts = await read.OfAsync(Asked.Ids, ct);
        var here = await unscanned.HereAsync(posts.Where(post => post is { IsShown: true, Post.File: null }).Select(post => (post.Post!.MediaUrl, post.Post.MimeType)), ct);
        var known = await files.OfAsync(posts.Where(post => post.IsShown).Select(post => post.Post!), ct);
        var dim = await blurred.InAsync(Request, [.. posts.Where(post => post.IsShown).Select(post => post.Id)], ct);
        Panes = [.. posts.Select((post, place) => Pane.Show(post, place + 1, here, tools, known.GetValueOrDefault(post.Id)) with { IsBlurred = dim.Contains(post.Id) })];
        Ways = await challengers.OfAsync(Comparison, Request, ct);
        Rows = ComparedRow.Of(Shown, ViewerDays.ZoneOf(Request));
        Prompts = [.. Shown.Select((pane, place) => place > 0 && pane.Of.Prompt.Text is { } text && Shown[0].Of.Prompt.Text is { } first ? WordDifference.Of(first, text) : null)];
    }
}
