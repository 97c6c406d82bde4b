namespace Sovia.MediaFiles.Matching.Steps;

/// <summary>The file bears Grok's id of the picture within itself.</summary>
internal sealed class IdInFile : IMatchStep
{
    public void Ask(FileClues clues, PostQuestions questions)
    {
        if (clues.File.Embedded?.PostId is { } id) questions.Post(id, clues.File.Kind);
    }

    public Finding Answer(FileClues clues, PostsAtHand posts) =>
        clues.File.Embedded?.PostId is { } id && posts.Find(id) is { } post ? Offspring.Of(clues, post, posts, "embedded-id", 0.9) : Finding.None;
}
