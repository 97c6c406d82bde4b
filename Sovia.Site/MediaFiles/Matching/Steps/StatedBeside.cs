namespace Sovia.MediaFiles.Matching.Steps;

/// <summary>A sidecar or manifest beside the file states its post.</summary>
internal sealed class StatedBeside : IMatchStep
{
    public void Ask(FileClues clues, PostQuestions questions)
    {
        if (clues.StatedId is { } id) questions.Post(id, clues.File.Kind);
    }

    public Finding Answer(FileClues clues, PostsAtHand posts) =>
        clues.StatedId is { } id && posts.Find(id) is { } post ? Offspring.Of(clues, post, posts, "sidecar", 1) : Finding.None;
}
