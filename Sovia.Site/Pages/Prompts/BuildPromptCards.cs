using Sovia.Library;
using Sovia.Library.Families;
using Sovia.Metadata.Decoding;
using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>Creates cards of prompts, with covers of the posts made from them.</summary>
public sealed class BuildPromptCards(FamilyCardReader families, FfmpegTools tools, BlurredItems blurred)
{
    /// <summary>Returns the cards in the order of the entries.</summary>
    public async Task<IReadOnlyList<PromptCard>> BuildAsync(HttpRequest request, IReadOnlyCollection<PromptEntry> entries,
        CancellationToken ct)
    {
        var byId = (await families.ReadPostsAsync([.. entries.SelectMany(entry => entry.Covers)], ct)).ToDictionary(post => post.CoverId);
        var blurIds = await blurred.FindAsync(request, [.. byId.Keys], ct);
        return [.. entries.Select(entry => new PromptCard(entry,
            [.. entry.Covers.Where(byId.ContainsKey).Select(id => GetCover(entry, byId[id]) with { IsBlurred = blurIds.Contains(id) })]))];
    }

    private PromptCover GetCover(PromptEntry entry, Family post) => new(
        post.CoverId,
        $"/posts/{post.CoverId}?{PromptCard.GetQueryString(entry.Key)}",
        Thumbnail.ForPost(post.CoverId, post.CoverKind, post.CoverFile, hasUnscannedFile: false, tools),
        MediaKindName.Format(post.CoverKind));
}
