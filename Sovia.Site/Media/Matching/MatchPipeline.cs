using Sovia.Media.Matching.Steps;

namespace Sovia.Media.Matching;

/// <summary>The ways to find a file's post, surest first. The first that names exactly one post is believed.</summary>
internal static class MatchPipeline
{
    // A further way is a further line here.
    private static readonly IMatchStep[] Steps = [new SidecarStep(), new UrlPathStep(), new FileNameIdStep(), new FolderIdStep(),
        new EmbeddedIdStep(), new IdPrefixStep(), new TimeAndPromptStep()];

    /// <summary>Asks for every post that any step wants to see.</summary>
    public static void RequestPosts(FileClues clues, PostLookupRequest questions)
    {
        foreach (var step in Steps) step.RequestPosts(clues, questions);
    }

    /// <summary>The first step's post, else the posts of the first step that could not decide.</summary>
    public static MatchResult Match(FileClues clues, PostLookupResult posts)
    {
        var unsure = MatchResult.None;
        foreach (var step in Steps)
        {
            var matchResult = step.Match(clues, posts);
            if (matchResult.Match is not null) return matchResult;
            if (unsure.Candidates.Count == 0) unsure = matchResult;
        }
        return unsure;
    }
}
