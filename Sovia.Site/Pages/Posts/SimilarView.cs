using System.Globalization;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;
using Sovia.Similarity;

namespace Sovia.Pages.Posts;

/// <summary>Families like one, as cards.</summary>
/// <param name="Id">The post that they are like.</param>
/// <param name="Stretch">The cards.</param>
public sealed record SimilarView(Guid Id, Stretch Stretch)
{
    /// <summary>The view of a page of results.</summary>
    /// <param name="id">The post.</param>
    /// <param name="page">The results.</param>
    /// <param name="next">How many results there are up to the end of this page.</param>
    /// <param name="asked">The list that the post was opened from.</param>
    /// <param name="here">The addresses whose bytes are here though no scan has come by yet.</param>
    /// <param name="tools">What frames are taken with.</param>
    public static SimilarView Of(Guid id, SimilarPage page, int next, Asked asked, IReadOnlySet<string> here, FrameTools tools)
    {
        var cards = page.Items.Select(item => Card.Of(item.Family, asked, null, here, tools) with
        {
            Score = item.Score?.ToString("F4", CultureInfo.InvariantCulture),
            Reason = item.Reason,
        });
        var older = page.HasMore ? asked.Similar(id, next) : null;
        return new(id, new([.. cards], null, older, older is null, asked.Display));
    }
}
