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
            Tags = NormalizeTags("tags", change.Tags, problems),
            AddTags = NormalizeTags("add_tags", change.AddTags, problems),
            RemoveTags = NormalizeTags("remove_tags", change.RemoveTags, problems),
            Note = NormalizeText("note", change.Note, Annotation.MaxNoteLength, problems),
            Title = NormalizeText("title", change.Title, Annotation.MaxTitleLength, problems),
        };
        if (problems.Count == 0 && clean.IsEmpty) problems.Add(new("change", "Set at least one field."));
        return (clean, problems);
    }

    private static List<string>? NormalizeTags(string field, IReadOnlyList<string>? tags, List<ChangeProblem> problems)
    {
        if (tags is null) return null;
        var validTags = new List<string>();
        foreach (var tag in tags.Where(tag => !string.IsNullOrWhiteSpace(tag)))
        {
            if (tag.Contains(',', StringComparison.Ordinal)) problems.Add(new(field, "A tag can't contain a comma."));
            else if (TagText.Normalize(tag) is { } clean) validTags.Add(clean);
            else problems.Add(new(field, $"A tag must have 1 to {TagText.MaxLength} characters."));
        }
        if (validTags.Count > Annotation.MaxTags) problems.Add(new(field, $"An item can have at most {Annotation.MaxTags} tags."));
        return validTags;
    }

    private static string? NormalizeText(string field, string? text, int maxLength, List<ChangeProblem> problems)
    {
        if (text is null) return null;
        // Forms send line breaks as CRLF, and an unpaired surrogate cannot be stored.
        var clean = NoteText.ReplaceUnstorable(text.ReplaceLineEndings("\n")).Trim();
        if (clean.Length > maxLength)
            problems.Add(new(field, $"A {field} can have at most {maxLength:N0} characters. This one has {clean.Length:N0}."));
        return clean;
    }
}
