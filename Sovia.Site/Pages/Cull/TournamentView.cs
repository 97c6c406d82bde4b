using Sovia.Culling;
using Sovia.Library;

namespace Sovia.Pages.Cull;

/// <summary>A tournament of a family's members, with the next pair.</summary>
/// <param name="Post">The post that the page was opened for.</param>
/// <param name="Members">The members of its family, best first.</param>
/// <param name="Tournament">The comparisons.</param>
/// <param name="Pair">The next pair; null for fewer than two members.</param>
/// <param name="Thumbnails">Thumbnails of the members, by post.</param>
/// <param name="BlurredIds">The members that are blurred until revealed.</param>
public sealed record TournamentView(Post Post, IReadOnlyList<Post> Members, Tournament Tournament, (Post First, Post Second)? Pair,
    IReadOnlyDictionary<Guid, Thumbnail> Thumbnails, IReadOnlySet<Guid> BlurredIds)
{
    /// <summary>The URL of the page.</summary>
    public string Url => $"/cull/best?at={Post.Id}";

    /// <summary>The approximate number of comparisons that the order requires.</summary>
    public int Estimate => Tournament.EstimateComparisons(Members.Count);

    /// <summary>Whether there are enough comparisons for an order.</summary>
    public bool IsOrdered => Tournament.Comparisons.Count >= Estimate;

    /// <summary>The suggested number of members to keep.</summary>
    public int SuggestedCount => Math.Clamp((Members.Count + 2) / 3, 1, Math.Max(1, Members.Count - 1));
}
