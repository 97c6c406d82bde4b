namespace Sovia.Media.Matching;

/// <summary>
/// One way to match a file to a post. Steps never query: they first request posts, then match against the posts read for the whole batch.
/// </summary>
internal interface IMatchStep
{
    /// <summary>Requests the posts that this step needs.</summary>
    void RequestPosts(FileClues clues, PostLookupRequest request);

    /// <summary>Returns the match of this step, if it finds one.</summary>
    MatchResult Match(FileClues clues, PostLookupResult posts);
}
