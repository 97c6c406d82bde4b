namespace Sovia.Media.Matching.Steps;

/// <summary>Matches by the post ID in a sidecar or manifest beside the file.</summary>
internal sealed class SidecarStep : IMatchStep
{
    public void RequestPosts(FileClues clues, PostLookupRequest request)
    {
        if (clues.StatedId is { } id) request.AddPost(id, clues.File.Kind);
    }

    public MatchResult Match(FileClues clues, PostLookupResult posts) =>
        clues.StatedId is { } id && posts.Find(id) is { } post ? ChildPostResolver.Resolve(clues, post, posts, "sidecar", 1)
        : MatchResult.None;
}
