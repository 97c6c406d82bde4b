using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Compare;
using Sovia.Library;
using Sovia.Library.Search;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;
using Sovia.Prompts;
using Sovia.Web;

namespace Sovia.Pages.Prompts;

/// <summary>One prompt: all that was made from it, and the prompts that differ little from it.</summary>
/// <remarks>That no other site sends its forms is seen to for all unsafe methods at once; a token would keep the page out of every cache.</remarks>
[ServiceFilter<WhileUnchanged>]
[IgnoreAntiforgeryToken]
public sealed class PromptModel(
    CurrentPrompts current, ReadPrompts prompts, FindVariants variants, EditIdeas ideas, BrowseLibrary library, FindUnscanned unscanned, FrameTools tools, Blurred blurred, TimeProvider clock) : PageModel
{
    private static readonly Facet Models = Facet.Named("model")!, Modes = Facet.Named("mode")!;

    /// <summary>The prompt.</summary>
    public PromptEntry Entry { get; private set; } = null!;

    /// <summary>What was made from it, the first page.</summary>
    public Stretch Results { get; private set; } = Stretch.None;

    /// <summary>Prompts that differ little, each with how.</summary>
    public IReadOnlyList<(PromptVariant Variant, WordDifference Difference)> Variants { get; private set; } = [];

    /// <summary>The gallery of exactly what was made from it.</summary>
    public Asked Asked { get; private set; } = null!;

    /// <summary>The form of the idea that it is, or of the one that it is to become.</summary>
    public IdeaForm Form { get; private set; } = IdeaForm.Blank;

    /// <summary>The page; 404 where there is no such prompt.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct) => await ReadAsync(key, null, ct) ? Page() : NotFound();

    /// <summary>Saves the idea, or keeps the prompt as one; 422 with the form where something is wrong.</summary>
    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } known) return NotFound();
        var form = await Request.ReadFormAsync(ct);
        var (text, tags) = (form["text"].ToString(), form["tags"].ToString());
        var result = await ideas.ReadAsync(known, ct) is null ? await ideas.AddAsync(text, tags, ct) : await ideas.ChangeAsync(known, text, tags, ct);
        if (result.Idea is { } idea)
        {
            TempData["Toast"] = "Idea saved.";
            return Response.ToPage($"/prompts/{idea.Id}");
        }
        if (!await ReadAsync(key, new(text, tags, result.Problems) { Action = $"/prompts/{key}" }, ct)) return NotFound();
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>Deletes the idea; what was made from the prompt stays, and so does its page then.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(string key, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } known || (await ideas.DeleteAsync(known, ct)).Idea is null) return NotFound();
        TempData["Toast"] = "Idea deleted.";
        return Response.ToPage((await EntryAsync(known, ct)) is null ? "/prompts" : $"/prompts/{PromptKey.Written(known)}");
    }

    /// <summary>The gallery of what was made from it by a model, or in a mode.</summary>
    public string With(bool isModel, string value) => Asked.Gallery(Asked.Query.With(isModel ? Models : Modes, (isModel ? Models : Modes).Written(value)));

    private async Task<bool> ReadAsync(string key, IdeaForm? form, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } known || await EntryAsync(known, ct) is not { } entry) return false;
        Entry = entry;
        Form = form ?? new IdeaForm(entry.Text, string.Join(", ", entry.Tags), []) { Action = $"/prompts/{entry.Id}" };
        var query = LibraryQuery.Parse(PromptCard.QueryOf(known), clock.GetUtcNow(), ViewerDays.ZoneOf(Request)).Query;
        Asked = new(query, [], Place.Top, Display.Of(Request.Query, Request.Preferences(), Request.Cookies[Display.Cookie]), "");
        var finding = variants.OfAsync(entry, ct);
        if (entry.Uses > 0)
        {
            var page = await library.PageAsync(Asked.List, Place.Top, ct);
            var here = await unscanned.HereAsync(page.Families.SelectMany(Card.Unrecorded), ct);
            var dim = await blurred.InAsync(Request, Asked.List, page.Families, ct);
            Results = Stretch.Of(page, [.. page.Families.Select(family => Card.Of(family, Asked, null, here, tools) with { IsBlurred = dim.Contains(family.Id) })], Asked, isFragment: false);
        }
        Variants = [.. (await finding).Select(variant => (variant, WordDifference.Of(entry.Text, variant.Entry.Text)))];
        return true;
    }

    private async Task<PromptEntry?> EntryAsync(long key, CancellationToken ct)
    {
        if (await current.BringUpToDateAsync(ct) is null) Response.Headers.CacheControl = "no-store";
        return await prompts.OfAsync([key], ct) is [var entry] ? entry : null;
    }
}
