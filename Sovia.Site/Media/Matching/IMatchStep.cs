namespace Sovia.Media.Matching;

/// <summary>
/// One way to find out whose a file is. Steps do not read: they ask first, and answer from what was found for all files at once.
/// </summary>
internal interface IMatchStep
{
    /// <summary>Says which posts it wants to see.</summary>
    void RequestPosts(FileClues clues, PostLookupRequest questions);

    /// <summary>Says whose the file is, as far as this step can tell.</summary>
    MatchResult Match(FileClues clues, PostLookupResult posts);
}
