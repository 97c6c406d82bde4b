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

/// <summary>Shows one prompt: all posts made from it, and its variants.</summary>
/// <remarks>
/// One check for all unsafe methods rejects cross-site requests. A token would make the page impossible to cache.
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

    /// <summary>The first page of the posts made from it.</summary>
    public CardPage Results { get; private set; } = CardPage.Empty;

    /// <summary>Prompts that differ little from it, with the differences.</summary>
    public IReadOnlyList<(PromptVariant Variant, WordDiff Difference)> Variants { get; private set; } = [];

    /// <summary>The gallery request for exactly the posts made from it.</summary>
    public GalleryRequest GalleryRequest { get; private set; } = null!;

    /// <summary>The form of the prompt's idea, or of the idea to create from it.</summary>
    public IdeaForm Form { get; private set; } = IdeaForm.Blank;

    /// <summary>Shows the page; 404 if the prompt does not exist.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct) => await ReadAsync(key, null, ct) ? Page() : NotFound();

    /// <summary>Saves the idea, or saves the prompt as a new idea; 422 with the form if it is invalid.</summary>
    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } promptKey) return NotFound();
        var form = await Request.ReadFormAsync(ct);
        var (text, tags) = (form["text"].ToString(), form["tags"].ToString());
        var result = await ideas.FindAsync(promptKey, ct) is null ? await ideas.AddAsync(text, tags, ct)
            : await ideas.ChangeAsync(promptKey, text, tags, ct);
        if (result.Idea is { } idea)
        {
            TempData["Toast"] = "Idea saved.";
            return Response.SeeOther($"/prompts/{idea.Id}");
        }
        if (!await ReadAsync(key, new(text, tags, result.Problems) { Action = $"/prompts/{key}" }, ct)) return NotFound();
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>Deletes the idea. Posts made from the prompt are kept, and so is its page if there are any.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(string key, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } promptKey || (await ideas.DeleteAsync(promptKey, ct)).Idea is null) return NotFound();
        TempData["Toast"] = "Idea deleted.";
        return Response.SeeOther((await FindEntryAsync(promptKey, ct)) is null ? "/prompts" : $"/prompts/{PromptKey.Format(promptKey)}");
    }

    /// <summary>Returns the gallery URL of the posts made from it by a model or in a mode.</summary>
    public string GetFilterUrl(bool isModel, string value) =>
        GalleryRequest.GetGalleryUrl(GalleryRequest.Query.Include(isModel ? Models : Modes, (isModel ? Models : Modes).FormatValue(value)));

    private async Task<bool> ReadAsync(string key, IdeaForm? form, CancellationToken ct)
    {
        if (PromptKey.Parse(key) is not { } promptKey || await FindEntryAsync(promptKey, ct) is not { } entry) return false;
        Entry = entry;
        Form = form ?? new IdeaForm(entry.Text, string.Join(", ", entry.Tags), []) { Action = $"/prompts/{entry.Id}" };
        var query = LibraryQuery.Parse(PromptCard.GetQueryString(promptKey), clock.GetUtcNow(), ViewerTimeZone.FromRequest(Request)).Query;
        GalleryRequest = new(query, [], PagePosition.Top,
            DisplayOptions.Resolve(Request.Query, Request.GetPreferences(), Request.Cookies[DisplayOptions.CookieName]), "");
        var variantsTask = variants.FindAsync(entry, ct);
        if (entry.Uses > 0)
        {
            var page = await library.ReadPageAsync(GalleryRequest.List, PagePosition.Top, ct);
            var savedUrls = await unscanned.FindPresentAsync(page.Families.SelectMany(Card.GetUnscannedFiles), ct);
            var blurredIds = await blurredItems.FindAsync(Request, GalleryRequest.List, page.Families, ct);
            Results = CardPage.FromPage(page,
                [.. page.Families
                    .Select(family => Card.FromFamily(family, GalleryRequest, null, savedUrls,
                        tools) with { IsBlurred = blurredIds.Contains(family.Id) })], GalleryRequest, isFragment: false);
        }
        Variants = [.. (await variantsTask).Select(variant => (variant, WordDiff.Compute(entry.Text, variant.Entry.Text)))];
        return true;
    }

    private async Task<PromptEntry?> FindEntryAsync(long key, CancellationToken ct)
    {
        if (await current.RefreshAsync(ct) is null) Response.Headers.CacheControl = "no-store";
        return await prompts.ReadByKeysAsync([key], ct) is [var entry] ? entry : null;
    }
}
