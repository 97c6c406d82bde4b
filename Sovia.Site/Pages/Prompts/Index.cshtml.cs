using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Gallery;
using Sovia.Prompts;
using Sovia.Query.Lists;
using Sovia.Query.Terms;
using Sovia.Web;

namespace Sovia.Pages.Prompts;

/// <summary>Lists every prompt of the library, and the user's ideas.</summary>
/// <remarks>
/// One check for all unsafe methods rejects cross-site requests. A token would make the page impossible to cache.
/// </remarks>
[ServiceFilter<PageCacheFilter>]
[IgnoreAntiforgeryToken]
public sealed class IndexModel(RefreshPrompts current, ReadPrompts prompts, CountPrompts counts, BuildPromptCards cards, EditIdeas ideas,
    TimeProvider clock) : PageModel
{
    /// <summary>The query of the prompts.</summary>
    public PromptQuery Query { get; private set; } = PromptQuery.Everything;

    /// <summary>The prompts.</summary>
    public PromptCardPage List { get; private set; } = new([], null, SearchHighlighter.Create(Term.Everything));

    /// <summary>The number of prompts; null if a search took too long.</summary>
    public int? Count { get; private set; }

    /// <summary>Whether the prompts are up to date with the library; if not, an update is running.</summary>
    public bool IsCurrent { get; private set; } = true;

    /// <summary>Messages about invalid parameters.</summary>
    public IReadOnlyList<string> Messages { get; private set; } = [];

    /// <summary>The submitted idea with its validation errors; blank without a submission.</summary>
    public IdeaForm Form { get; private set; } = IdeaForm.Blank;

    /// <summary>Shows the list, or returns only a later page of it for htmx.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return Request.WantsFragment() && PositionParameters.GetLastValue(Request.Query, "after") is not null
            ? Partial("_PromptCards", List) : Page();
    }

    /// <summary>Creates an idea and redirects to its page; 422 with the form if it is invalid.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = await Request.ReadFormAsync(ct);
        var (text, tags) = (form["text"].ToString(), form["tags"].ToString());
        var result = await ideas.AddAsync(text, tags, ct);
        if (result.Idea is { } idea)
        {
            TempData["Toast"] = result.AlreadyExisted ? "This idea was there already." : "Idea saved.";
            return Response.SeeOther($"/prompts/{idea.Id}");
        }
        Form = new(text, tags, result.Problems);
        await ReadAsync(ct);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Query = PromptQuery.Parse(name => PositionParameters.GetLastValue(Request.Query, name), clock.GetUtcNow());
        Messages = Query.Messages;
        var after = PositionParameters.GetLastValue(Request.Query, "after");
        if (after is not null && !ReadPrompts.IsCursor(after, Query))
            Messages = [.. Messages, "“after” isn't a position in this list, so it starts at the top."];
        var state = await current.RefreshAsync(ct);
        IsCurrent = state is not null;
        if (!IsCurrent) Response.Headers.CacheControl = "no-store";
        try
        {
            var countTask = counts.CountMatchingAsync(Query, state, ct);
            var page = await prompts.ReadPageAsync(Query, after, ct);
            List = new(await cards.BuildAsync(Request, page.Entries, ct),
                page.After is { } cursor ? PromptCardPage.GetUrl(Query, cursor) : null,
                SearchHighlighter.Create(Query.Search.Term));
            Count = await countTask;
        }
        catch (SearchTimeoutException)
        {
            Response.Headers.CacheControl = "no-store";
            Messages = [.. Messages, "This search took too long. Try a less common word."];
        }
    }
}
