using System.Text.RegularExpressions;

namespace Sovia.MediaFiles.Matching.Steps;

/// <summary>The folder that holds the file bears the post's id, as in <c>{id}/content</c>.</summary>
internal sealed partial class IdInFolder : IMatchStep
{
    public void Ask(FileClues clues, PostQuestions questions)
    {
        if (IdOf(clues) is { } id) questions.Post(id, clues.File.Kind);
    }

    public Finding Answer(FileClues clues, PostsAtHand posts) => IdOf(clues) is { } id && posts.Find(id) is { } post
        ? Offspring.Of(clues, post, posts, "uuid-in-folder", Plain().IsMatch(clues.Stem) ? 0.9 : 0.6)
        : Finding.None;

    private static Guid? IdOf(FileClues clues) => IdsIn.Folder(clues.Segments);

    // Names that say nothing of their own leave all the saying to the folder.
    [GeneratedRegex(@"^(?:content(?: \d+)?|image|original_image|preview_image|thumbnail|(?:generated_)?video(?:_hd)?|generated_audio)$", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
