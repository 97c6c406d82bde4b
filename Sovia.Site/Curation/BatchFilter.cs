using System.Collections.Immutable;

namespace Sovia.Curation;

/// <summary>A filter of the batch history.</summary>
/// <param name="Kind">The name of one of <see cref="Kinds"/>; null for all.</param>
/// <param name="SearchText">Text that the batch's description must contain; null for any.</param>
public sealed record BatchFilter(string? Kind, string? SearchText)
{
    /// <summary>The filter that matches every batch.</summary>
    public static readonly BatchFilter None = new(null, null);

    /// <summary>
    /// Each kind with its title and the pattern of its descriptions; null if the description does not determine the kind.
    /// </summary>
    public static ImmutableArray<(string Name, string Title, string? TextPattern)> Kinds { get; } =
    [
        ("likes", "Likes", "(liked [0-9]|unliked [0-9]|removed the like of)"),
        ("ratings", "Ratings", "(rated [0-9]|removed the rating (of|from))"),
        ("tags", "Tags",
            "(tagged [0-9]|removed the tags of|removed (?!the (rating|note|title) )(?![0-9,]+ (post|item)s? from ).+ from [0-9,]+ "
            + "(post|item)s?)"),
        ("collections", "Collections",
            "(added [0-9,]+ (post|item)s? to|moved [0-9,]+ (post|item)s? from|removed [0-9,]+ (post|item)s? from)"),
        ("notes", "Titles and notes",
            "(wrote a note on|added a note to|removed the note (of|from)|gave [0-9,]+ posts? the title|set the title of|removed the "
            + "title (of|from))"),
        ("hidden", "Hidden", "(hid [0-9]|unhid [0-9]|showed [0-9,]+ posts? again)"),
        ("trash", "Trash", "(moved [0-9,]+ (post|item)s? to the trash|restored [0-9]|cleared [0-9,]+ (post|item)s? from the trash)"),
        (Undone, "Undone", null),
        (Open, "In progress", null),
    ];

    /// <summary>The kind for undone batches.</summary>
    public const string Undone = "undone";

    /// <summary>The kind for queued or running batches.</summary>
    public const string Open = "open";

    /// <summary>
    /// The regular expression for the kind's descriptions. It matches the whole text, one part of it, or the text of the undone batch; null
    /// if the kind has none.
    /// </summary>
    internal string? Pattern =>
        Kinds.FirstOrDefault(kind => kind.Name == Kind).TextPattern is { } textPattern ? $"(^|; |: ){textPattern}" : null;
}
