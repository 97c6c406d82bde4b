namespace Sovia.MediaFiles.Matching;

/// <summary>One way to find out whose a file is. Steps do not read: they ask first, and answer from what was found for all files at once.</summary>
internal interface IMatchStep
{
    /// <summary>Says which posts it wants to see.</summary>
    void Ask(FileClues clues, PostQuestions questions);

    /// <summary>Says whose the file is, as far as this step can tell.</summary>
    Finding Answer(FileClues clues, PostsAtHand posts);
}
