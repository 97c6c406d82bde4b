using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Compare;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Prompts;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Web;

namespace Sovia.Pages.Prompts;

/// <summary>One prompt: all that was made from it, and the prompts that differ little from it.</summary>
/// <remarks>
/// That no other site sends its forms is seen to for all unsafe methods at once; a token would keep the page out of every cache.
/// </remarks>
[ServiceFilter<PageCacheFilter>]
[IgnoreAntiforgeryToken]
public sealed class PromptModel(
    RefreshPrompts current, ReadPrompts prompts, FindPromptVariants variants, EditIdeas ideas, BrowseLibrary library,
    FindUnscannedFiles unscanned, FfmpegTools tools, BlurredItems blurredItems, TimeProvider clock) : PageModel
{
    private static readonly Facet Models = Facet.Find("model")!, Modes = Facet.Find("mode")!;

    /// <summary>The prompt.</summary>
    public PromptEntry Entry { get; private set; } = null!;

    /// <summary>What was made from it, the first page.</summary>
    public CardPage Results { get; private set; } = CardPage.Empty;

    /// <summary>Prompts that differ little, each with how.</summary>
    public IReadOnlyList<(PromptVariant Variant, WordDiff Difference)> Variants { get; private set; } = [];

    /// <summary>The gallery of exactly what was made from it.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

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
        var result = await ideas.FindAsync(known, ct) is null ? await ideas.AddAsync(text, tags, ct)
            : await ideas.ChangeAsync(known, text, tags, ct);
        if (result.Idea is { } idea)
        {
            TempData["Toast"] = "Idea saved.";
            return Response.SeeOther($"/prompts/{idea.Id}");
        }
        if (!await ReadAsync(key, new(text, tags, result.Problems) { Action = $"/prompts/{key}" }, ct)) return NotFound();
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>Deletes the idea; what was made from the prompt stays, and so does its page then.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(string key, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } known || (await ideas.DeleteAsync(known, ct)).Idea is null) return NotFound();
        TempData["Toast"] = "Idea deleted.";
        return Response.SeeOther((await EntryAsync(known, ct)) is null ? "/prompts" : $"/prompts/{PromptKey.Format(known)}");
    }

    /// <summary>The gallery of what was made from it by a model, or in a mode.</summary>
    public string GetFilterUrl(bool isModel, string value) =>
        GalleryRequest.GetGalleryUrl(GalleryRequest.Query.Include(isModel ? Models : Modes, (isModel ? Models : Modes).FormatValue(value)));

    private async Task<bool> ReadAsync(string key, IdeaForm? form, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } known || await EntryAsync(known, ct) is not { } entry) return false;
        Entry = entry;
        Form = form ?? new IdeaForm(entry.Text, string.Join(", ", entry.Tags), []) { Action = $"/prompts/{entry.Id}" };
        var query = LibraryQuery.Parse(PromptCard.GetQueryString(known), clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request)).Query;
        GalleryRequest = new(query, [], PagePosition.Top,
            DisplayOptions.Resolve(Request.Query, Request.GetPreferences(), Request.Cookies[DisplayOptions.CookieName]), "");
        var finding = variants.FindAsync(entry, ct);
        if (entry.Uses > 0)
        {
            var page = await library.ReadPageAsync(GalleryRequest.List, PagePosition.Top, ct);
            var here = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
            var dim = await blurredItems.FindAsync(Request, GalleryRequest.List, page.Families, ct);
            Results = CardPage.FromPage(page,
                [.. page.Families
                    .Select(family => Card.FromFamily(family, GalleryRequest, null, here,
                        tools) with { IsBlurred = dim.Contains(family.Id) })], GalleryRequest, isFragment: false);
        }
        Variants = [.. (await finding).Select(variant => (variant, WordDiff.Compute(entry.Text, variant.Entry.Text)))];
        return true;
    }

    private async Task<PromptEntry?> EntryAsync(long key, CancellationToken ct)
    {
        if (await current.RefreshAsync(ct) is null) Response.Headers.CacheControl = "no-store";
        return await prompts.ReadByKeysAsync([key], ct) is [var entry] ? entry : null;
    }
}
