using Sovia.Media.Matching.Steps;

namespace Sovia.Media.Matching;

/// <summary>Runs the match steps, most reliable first. The first step that finds exactly one post wins.</summary>
internal static class MatchPipeline
{
    // Add new steps here.
    private static readonly IMatchStep[] Steps = [new SidecarStep(), new UrlPathStep(), new FileNameIdStep(), new FolderIdStep(),
        new EmbeddedIdStep(), new IdPrefixStep(), new TimeAndPromptStep()];

    /// <summary>Requests the posts that any step needs.</summary>
    public static void RequestPosts(FileClues clues, PostLookupRequest request)
    {
        foreach (var step in Steps) step.RequestPosts(clues, request);
    }

    /// <summary>Returns the match of the first step that finds one, otherwise the candidates of the first ambiguous step.</summary>
    public static MatchResult Match(FileClues clues, PostLookupResult posts)
    {
        var ambiguousResult = MatchResult.None;
        foreach (var step in Steps)
        {
            var result = step.Match(clues, posts);
            if (result.Match is not null) return result;
            if (ambiguousResult.Candidates.Count == 0) ambiguousResult = result;
        }
        return ambiguousResult;
    }
}
