using System.Globalization;

namespace Sovia.Duplicates.Queue;

/// <summary>A group without a decision, with those of its members that are listed.</summary>
/// <param name="Id">ID of the group.</param>
/// <param name="Posts">The members, at least two and the medoid first.</param>
public sealed record QueuedGroup(Guid Id, IReadOnlyList<QueuedPost> Posts)
{
    // Tolerance in seconds, because encoders round the length of a clip to whole frames.
    private const double LengthTolerance = 0.05;

    /// <summary>The greatest distance of a member to the medoid.</summary>
    public int Distance => Posts.Max(post => post.Distance);

    /// <summary>Whether all files are byte-identical.</summary>
    public bool IsIdentical => Posts.All(post => post.Content == Posts[0].Content);

    /// <summary>
    /// The suggested post to keep: one whose file is saved, then the highest rated or liked, then one with an undamaged file, then the one
    /// with most pixels, greatest length and biggest file, then the oldest.
    /// </summary>
    public QueuedPost SuggestedPost =>
        Posts.OrderByDescending(post => post.Post.File is { Missing: false }).ThenByDescending(post => post.Rating)
        .ThenByDescending(post => post.Liked == true).ThenByDescending(post => post.Post.File is { Damaged: false })
        .ThenByDescending(post => post.Pixels).ThenByDescending(post => Math.Round(post.Seconds, 1)).ThenByDescending(post => post.Bytes)
        .ThenBy(post => post.Post.CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(post => post.Post.Id).First();

    /// <summary>Returns labels of a member's differences from the others.</summary>
    public IEnumerable<string> GetEvidence(QueuedPost post)
    {
        if (Posts.Any(other => other != post && other.Content == post.Content)) yield return "Byte-identical";
        if (HasGreatest(post, item => item.Pixels)) yield return "More pixels";
        if (HasGreatest(post, item => item.Seconds, LengthTolerance)) yield return "Longer";
        if (HasGreatest(post, item => item.Bytes)) yield return "Larger file";
        if (post.Post.CreatedAt is not null && HasGreatest(post, item => -(item.Post.CreatedAt ?? DateTimeOffset.MaxValue).UtcTicks))
            yield return "Older";
        if (post.Liked == true) yield return "Liked";
        if (post.Rating > 0) yield return string.Create(CultureInfo.InvariantCulture, $"Rated {post.Rating}");
        if (post.Post.File is not { Missing: false }) yield return "File missing";
        if (post.Post.File is { Damaged: true }) yield return "Damaged file";
    }

    // True if the post has the greatest value and not all values are equal.
    private bool HasGreatest(QueuedPost post, Func<QueuedPost, double> getValue, double tolerance = 0)
    {
        var maximum = Posts.Max(getValue);
        return getValue(post) >= maximum - tolerance && Posts.Any(other => getValue(other) < maximum - tolerance);
    }
}
