using Sovia.Library;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>Normalises and validates ideas.</summary>
public static class IdeaValidator
{
    /// <summary>Returns the normalised text, the distinct tags and the problems.</summary>
    /// <param name="text">The prompt as typed.</param>
    /// <param name="tags">The tags as typed, separated by commas.</param>
    public static (string Text, IReadOnlyList<string> Tags, IReadOnlyList<IdeaProblem> Problems) Validate(string? text, string? tags)
    {
        var problems = new List<IdeaProblem>();
        var cleanText = PromptText.Clean(NoteText.ReplaceUnstorable((text ?? "").ReplaceLineEndings("\n")));
        if (cleanText is null) problems.Add(new("text", "Enter a prompt."));
        else if (cleanText.Length > Idea.MaxTextLength)
            problems.Add(new("text", $"An idea can have at most {Idea.MaxTextLength:N0} characters. This one has {cleanText.Length:N0}."));
        var validTags = new List<string>();
        foreach (var tag in (tags ?? "").Split(',').Where(tag => !string.IsNullOrWhiteSpace(tag)))
            if (TagText.Normalize(tag) is { } normalized) validTags.Add(normalized);
            else problems.Add(new("tags", $"A tag must have 1 to {TagText.MaxLength} characters."));
        var distinctTags = validTags.DistinctBy(TagText.ToKey).ToList();
        if (distinctTags.Count > Idea.MaxTags) problems.Add(new("tags", $"An idea can have at most {Idea.MaxTags} tags."));
        return (cleanText ?? "", distinctTags, problems);
    }
}
