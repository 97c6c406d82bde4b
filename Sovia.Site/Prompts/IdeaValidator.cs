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
        var clean = PromptText.Clean(NoteText.ReplaceUnstorable((text ?? "").ReplaceLineEndings("\n")));
        if (clean is null) problems.Add(new("text", "Enter a prompt."));
        else if (clean.Length > Idea.MaxTextLength)
            problems.Add(new("text", $"An idea can have at most {Idea.MaxTextLength:N0} characters. This one has {clean.Length:N0}."));
        var kept = new List<string>();
        foreach (var tag in (tags ?? "").Split(',').Where(tag => !string.IsNullOrWhiteSpace(tag)))
            if (TagText.Normalize(tag) is { } one) kept.Add(one);
            else problems.Add(new("tags", $"A tag must have 1 to {TagText.MaxLength} characters."));
        var distinct = kept.DistinctBy(TagText.ToKey).ToList();
        if (distinct.Count > Idea.MaxTags) problems.Add(new("tags", $"An idea can have at most {Idea.MaxTags} tags."));
        return (clean ?? "", distinct, problems);
    }
}
