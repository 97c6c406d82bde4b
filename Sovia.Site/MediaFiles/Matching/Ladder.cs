using Sovia.MediaFiles.Matching.Steps;

namespace Sovia.MediaFiles.Matching;

/// <summary>The ways to find a file's post, surest first. The first that names exactly one post is believed.</summary>
internal static class Ladder
{
    // A further way is a further line here.
    private static readonly IMatchStep[] Steps = [new StatedBeside(), new Address(), new IdInName(), new IdInFolder(), new IdInFile(), new IdPrefix(), new TimeAndWords()];

    /// <summary>Asks for every post that any step wants to see.</summary>
    public static void Ask(FileClues clues, PostQuestions questions)
    {
        foreach (var step in Steps) step.Ask(clues, questions);
    }

    /// <summary>The first step's post, else the posts of the first step that could not decide.</summary>
    public static Finding Climb(FileClues clues, PostsAtHand posts)
    {
        var unsure = Finding.None;
        foreach (var step in Steps)
        {
            var finding = step.Answer(clues, posts);
            if (finding.Match is not null) return finding;
            if (unsure.Candidates.Count == 0) unsure = finding;
        }
        return unsure;
    }
}
