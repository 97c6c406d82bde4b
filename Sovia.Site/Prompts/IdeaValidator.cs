using Sovia.Library;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>Brings an idea into the form in which it is kept, or says what is wrong with it.</summary>
public static class IdeaValidator
{
    /// <summary>The text as prompts are kept, its tags each once, and what is wrong.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="tags">As typed, with commas between.</param>
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
