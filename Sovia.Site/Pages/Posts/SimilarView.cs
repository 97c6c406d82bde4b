using System.Globalization;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;
using Sovia.Similarity;

namespace Sovia.Pages.Posts;

/// <summary>Similar families, as cards.</summary>
/// <param name="CardPage">The cards.</param>
/// <param name="Note">A note about the results as a whole, or null.</param>
/// <param name="RetryUrl">The URL to poll while the search is still running; null otherwise.</param>
public sealed record SimilarView(CardPage CardPage, string? Note, string? RetryUrl)
{
    /// <summary>Creates the view of a page of results.</summary>
    /// <param name="page">The results.</param>
    /// <param name="here">The URL of this page.</param>
    /// <param name="next">The URL of the next page; null if there is none.</param>
    /// <param name="galleryRequest">The list that the posts were opened from.</param>
    /// <param name="unscanned">The URLs whose files are saved but not scanned yet.</param>
    /// <param name="blurred">The blurred families.</param>
    /// <param name="tools">The tools that extract video frames.</param>
    public static SimilarView FromPage(SimilarPage page, string here, string? next, GalleryRequest galleryRequest,
        IReadOnlySet<string> unscanned, IReadOnlySet<Guid> blurred, FfmpegTools tools)
    {
        var cards = page.Items.Select(item => Card.FromFamily(item.Family, galleryRequest, null, unscanned, tools) with
        {
            Score = item.Score?.ToString("F4", CultureInfo.InvariantCulture),
            Reason = item.Reason,
            IsBlurred = blurred.Contains(item.Family.Id),
        });
        return new(new([.. cards], null, next, next is null && page.Items.Count > 0, galleryRequest.Display), GetNote(page),
            page.Basis is null ? here : null);
    }

    private static string? GetNote(SimilarPage page) => (page.Basis, page.Items.Count) switch
    {
        (null, _) => "Finding similar items…",
        (SimilarityBasis.Looks, _) => "No prompt to compare. Items that look similar come first, then items made around the same time.",
        (SimilarityBasis.Time, _) => "No prompt to compare. These were made around the same time.",
        (SimilarityBasis.None, _) => "No prompt and no date to compare.",
        (SimilarityBasis.Unlisted, _) => "This item is hidden or in the trash, so Sovia compares nothing with it.",
        (_, 0) => "No other prompt in your library shares words with this one.",
        _ => null,
    };
}
