using Sovia.Library;
using Sovia.MediaFiles.Pictures;
using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>Makes cards of prompts, with pictures of what was made from them.</summary>
public sealed class PromptCards(FamiliesById families, FrameTools tools)
{
    /// <summary>The cards, in the same order.</summary>
    public async Task<IReadOnlyList<PromptCard>> OfAsync(IReadOnlyCollection<PromptEntry> entries, CancellationToken ct)
    {
        var posts = (await families.PostsAsync([.. entries.SelectMany(entry => entry.Covers)], ct)).ToDictionary(post => post.CoverId);
        return [.. entries.Select(entry => new PromptCard(entry, [.. entry.Covers.Where(posts.ContainsKey).Select(id => CoverOf(entry, posts[id]))]))];
    }

    private PromptCover CoverOf(PromptEntry entry, Family post) => new(
        post.CoverId,
        $"/posts/{post.CoverId}?{PromptCard.QueryOf(entry.Key)}",
        Picture.Of(post.CoverId, post.CoverKind, post.CoverFile, isHere: false, tools),
        KindName.Of(post.CoverKind));
}
