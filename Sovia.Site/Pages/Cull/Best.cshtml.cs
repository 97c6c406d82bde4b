using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Culling;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Pages.Cull;

/// <summary>Finds the best members of a family by comparing two at a time.</summary>
public sealed class BestModel(OpenPost open, TournamentStore tournaments, ApplyChange apply, FfmpegTools tools, BlurredItems blurred)
    : PageModel
{
    /// <summary>The post of the family.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid At { get; set; }

    /// <summary>The tournament; null if no post is named.</summary>
    public TournamentView? View { get; private set; }

    /// <summary>The reason why nothing was changed; null without an error.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the next pair and the order so far; 404 if the library does not have the post.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (At == default) return Page();
        View = await ReadAsync(ct);
        return View is null ? NotFound() : Page();
    }

    /// <summary>Stores the result of a comparison and shows the next pair; 422 if the posts are no pair of the family.</summary>
    /// <param name="first">The first post.</param>
    /// <param name="second">The second post.</param>
    /// <param name="winner">The better one; empty if both are equally good.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(Guid first, Guid second, string? winner, CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } view) return NotFound();
        var memberIds = view.Members.Select(member => member.Id).ToHashSet();
        Guid? winnerId = string.IsNullOrEmpty(winner) ? null : Guid.TryParse(winner, out var id) ? id : Guid.Empty;
        if (first == second || !memberIds.Contains(first) || !memberIds.Contains(second)
            || (winnerId is { } one && one != first && one != second))
            return ShowProblem(view, "These items are no pair of this stack. Nothing was saved.");
        await tournaments.AddAsync(view.Post.RootId, new(first, second, winnerId), ct);
        return Response.SeeOther(view.Url);
    }

    /// <summary>Removes the last comparison.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } view) return NotFound();
        await tournaments.RemoveLastAsync(view.Post.RootId, ct);
        return Response.SeeOther(view.Url);
    }

    /// <summary>Keeps the best members and moves the others to the trash; 422 if the number is not between one and all but one.</summary>
    /// <param name="count">The number to keep.</param>
    /// <param name="shown">The order that the page showed. Nothing is changed if the order is different now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostKeepAsync(int? count, string? shown, CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } view) return NotFound();
        Guid[] order = [.. view.Members.Select(member => member.Id)];
        Problem = !IdList.Parse([shown ?? ""]).SequenceEqual(order) ? "The order has changed since this page was loaded. Nothing was changed."
            : count is not { } keepCount || keepCount < 1 || keepCount >= order.Length ? $"Keep at least 1 and at most {order.Length - 1} items." : null;
        if (Problem is { } problem) return ShowProblem(view, problem);
        // Selects posts and not families, because the root must not include its family here.
        TempData.SetToast(await apply.RunAsync(Selection.From(order[count!.Value..]), new() { Trashed = true }, ct));
        return Response.SeeOther($"/posts/{order[0]}");
    }

    private PageResult ShowProblem(TournamentView view, string problem)
    {
        (View, Problem) = (view, problem);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<TournamentView?> ReadAsync(CancellationToken ct)
    {
        if (await open.OpenAsync(At, ResolvedQuery.All with { Unit = ListUnit.Post }, ct) is not { } family) return null;
        var posts = family.Posts.Where(member => !member.IsStub).ToList();
        var members = posts.ToDictionary(member => member.Id);
        Guid[] ids = [.. posts.Select(member => member.Id)];
        var tournament = await tournaments.LoadAsync(family.Post.RootId, ct);
        var pair = tournament.FindNextPair(ids);
        return new(family.Post, [.. tournament.Rank(ids).Select(id => members[id])], tournament,
            pair is var (first, second) ? (members[first], members[second]) : null, CullView.GetThumbnails(members.Values, tools),
            await blurred.FindAsync(Request, ids, ct));
    }
}
