using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>The result of one match step: no post, one post, or several equally good candidates.</summary>
/// <param name="Match">The match with the one post.</param>
/// <param name="Candidates">The IDs of the candidates.</param>
internal readonly record struct MatchResult(FileMatch? Match, IReadOnlyList<Guid> Candidates)
{
    /// <summary>No match.</summary>
    public static readonly MatchResult None = new(null, []);

    /// <summary>Creates a match with one post.</summary>
    public static MatchResult ForPost(FileClues clues, Post post, FileRole role, string method, double confidence) =>
        new(FileMatch.Create(clues.File.Id, post.Id, role, method, confidence), []);

    /// <summary>Creates an ambiguous result.</summary>
    public static MatchResult Ambiguous(IEnumerable<Post> posts) => new(null, [.. posts.Select(post => post.Id).Order()]);
}
