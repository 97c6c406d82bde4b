using Sovia.Library;

namespace Sovia.MediaFiles.Matching;

/// <summary>What one step of the ladder says of a file: nothing, one post, or several that fit alike.</summary>
/// <param name="Match">The one post.</param>
/// <param name="Candidates">The several.</param>
internal readonly record struct Finding(FileMatch? Match, IReadOnlyList<Guid> Candidates)
{
    /// <summary>Nothing to say.</summary>
    public static readonly Finding None = new(null, []);

    /// <summary>It is this post's.</summary>
    public static Finding Of(FileClues clues, Post post, FileRole role, string method, double confidence) =>
        new(FileMatch.Of(clues.File.Id, post.Id, role, method, confidence), []);

    /// <summary>It may be any of these.</summary>
    public static Finding Unsure(IEnumerable<Post> posts) => new(null, [.. posts.Select(post => post.Id).Order()]);
}
