namespace Sovia.Media.Matching.Steps;

/// <summary>Matches by Grok's image ID in the file's embedded metadata.</summary>
internal sealed class EmbeddedIdStep : IMatchStep
{
    public void RequestPosts(FileClues clues, PostLookupRequest request)
    {
        if (clues.File.Embedded?.PostId is { } id) request.AddPost(id, clues.File.Kind);
    }

    public MatchResult Match(FileClues clues, PostLookupResult posts) =>
        clues.File.Embedded?.PostId is { } id && posts.Find(id) is { } post
        ? ChildPostResolver.Resolve(clues, post, posts, "embedded-id", 0.9) : MatchResult.None;
}
