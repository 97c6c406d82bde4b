using Sovia.Text;

namespace Sovia.Curation;

/// <summary>Normalises and validates changes from user input.</summary>
public static class ChangeValidator
{
    /// <summary>Returns the normalised change and its problems. The change may be applied only if there are none.</summary>
    public static (Change Change, IReadOnlyList<ChangeProblem> Problems) Validate(Change change)
    {
        var problems = new List<ChangeProblem>();
        if (change.Rating is < 0 or > Annotation.MaxRating) problems.Add(new("rating", $"A rating is 0 to {Annotation.MaxRating} stars."));
        var clean = change with
        {
            Tags = Tags("tags", change.Tags, problems),
            AddTags = Tags("add_tags", change.AddTags, problems),
            RemoveTags = Tags("remove_tags", change.RemoveTags, problems),
            Note = Text("note", change.Note, Annotation.MaxNoteLength, problems),
            Title = Text("title", change.Title, Annotation.MaxTitleLength, problems),
        };
        if (problems.Count == 0 && clean.IsEmpty) problems.Add(new("change", "Set at least one field."));
        return (clean, problems);
    }

    private static List<string>? Tags(string field, IReadOnlyList<string>? tags, List<ChangeProblem> problems)
    {
        if (tags is null) return null;
        var kept = new List<string>();
        foreach (var tag in tags.Where(tag => !string.IsNullOrWhiteSpace(tag)))
        {
            if (tag.Contains(',', StringComparison.Ordinal)) problems.Add(new(field, "A tag can't contain a comma."));
            else if (TagText.Normalize(tag) is { } clean) kept.Add(clean);
            else problems.Add(new(field, $"A tag must have 1 to {TagText.MaxLength} characters."));
        }
        if (kept.Count > Annotation.MaxTags) problems.Add(new(field, $"An item can have at most {Annotation.MaxTags} tags."));
        return kept;
    }

    private static string? Text(string field, string? text, int most, List<ChangeProblem> problems)
    {
        if (text is null) return null;
        // Forms send line breaks as CRLF, and an unpaired surrogate cannot be stored.
        var clean = NoteText.ReplaceUnstorable(text.ReplaceLineEndings("\n")).Trim();
        if (clean.Length > most)
            problems.Add(new(field, $"A {field} can have at most {most:N0} characters. This one has {clean.Length:N0}."));
        return clean;
    }
}
