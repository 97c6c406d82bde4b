using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>What one step of the ladder says of a file: nothing, one post, or several that fit alike.</summary>
/// <param name="Match">The one post.</param>
/// <param name="Candidates">The several.</param>
internal readonly record struct MatchResult(FileMatch? Match, IReadOnlyList<Guid> Candidates)
{
    /// <summary>Nothing to say.</summary>
    public static readonly MatchResult None = new(null, []);

    /// <summary>It is this post's.</summary>
    public static MatchResult ForPost(FileClues clues, Post post, FileRole role, string method, double confidence) =>
        new(FileMatch.Create(clues.File.Id, post.Id, role, method, confidence), []);

    /// <summary>It may be any of these.</summary>
    public static MatchResult Ambiguous(IEnumerable<Post> posts) => new(null, [.. posts.Select(post => post.Id).Order()]);
}
