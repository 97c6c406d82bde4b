using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Collections;
using Sovia.Culling;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Web;

namespace Sovia.Pages.Cull;

/// <summary>Shows the summary of a cull, to apply its verdicts or to continue.</summary>
public sealed class FinishModel(CullStore cullStore, FinishCull finish, CollectionCache collectionCache, PostsByIdReader posts,
    FfmpegTools tools,
    BlurredItems blurred, TimeProvider clock) : PageModel
{
    /// <summary>The maximum number of images shown per verdict.</summary>
    public const int MaxShown = 48;

    /// <summary>The verdicts.</summary>
    public CullState State { get; private set; } = new([]);

    /// <summary>The URLs of the cull.</summary>
    public CullUrls Urls { get; private set; } = null!;

    /// <summary>The collections that picks can be added to.</summary>
    public IReadOnlyList<(Guid Id, string Path)> Collections { get; private set; } = [];

    /// <summary>Thumbnails of the shown posts.</summary>
    public IReadOnlyDictionary<Guid, Thumbnail> Thumbnails { get; private set; } = new Dictionary<Guid, Thumbnail>();

    /// <summary>The shown posts that are blurred until revealed.</summary>
    public IReadOnlySet<Guid> BlurredIds { get; private set; } = new HashSet<Guid>();

    /// <summary>The validation error of the form; null if there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the summary.</summary>
    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>Applies the verdicts.</summary>
    /// <param name="picks">The action for picks: <c>like</c>, <c>collect</c> or <c>nothing</c>.</param>
    /// <param name="collection">The collection, for <c>collect</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string? picks, string? collection, CancellationToken ct)
    {
        await ReadAsync(ct);
        var (change, problem) = await CreateChangeAsync(picks, collection, ct);
        if (problem is not null)
        {
            Problem = problem;
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        var (pickResult, rejectResult) = await finish.RunAsync(State, change, ct);
        var texts = new[] { pickResult, rejectResult }.OfType<ChangeResult>().Select(r => r.Batch?.Text).OfType<string>().ToList();
        TempData.SetToast((texts.Count == 0 ? "Nothing was changed." : $"{string.Join(". ", texts)}. Undo it in the history.")
            + (SkippedFieldText.DescribeLocked(pickResult?.SkippedFields ?? []) is { } lockedText ? $" {lockedText}" : ""));
        return Response.SeeOther(new[] { pickResult, rejectResult }.FirstOrDefault(r => r is { IsQueued: true })?.Batch is { } batch
            ? $"/history/{batch.Id}" : Urls.GalleryUrl);
    }

    private async Task<(Change? Change, string? Problem)> CreateChangeAsync(string? picks, string? collection, CancellationToken ct)
    {
        if (picks == "nothing" || State.Picks.Count == 0) return (null, null);
        if (picks == "like") return (new() { Liked = true }, null);
        if (picks != "collect") return (null, "Choose an action for the picked items.");
        var (collections, problem) = CollectionResolver.Resolve(await collectionCache.GetCurrentAsync(ct), [collection ?? ""]);
        return collections.Count == 0 ? (null, problem ?? "Choose a collection.") : (new() { Collect = collections }, null);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Urls = ReadCullPage.GetUrls(GalleryRequest.Parse(Request, clock));
        State = await cullStore.LoadAsync(Urls.CullId, ct);
        var tree = await collectionCache.GetCurrentAsync(ct);
        Collections = [.. tree.All.Where(c => !c.IsSmart && !c.Locked).Select(c => (c.Id, tree.GetPath(c)))
            .OrderBy(option => option.Item2, StringComparer.CurrentCultureIgnoreCase)];
        List<Guid> shownIds = [.. State.Picks.Take(MaxShown), .. State.Rejects.Take(MaxShown)];
        Thumbnails = CullView.GetThumbnails(await posts.ReadAsync(shownIds, ct), tools);
        BlurredIds = await blurred.FindAsync(Request, shownIds, ct);
    }
}
