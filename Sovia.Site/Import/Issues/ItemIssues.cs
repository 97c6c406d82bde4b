namespace Sovia.Import.Issues;

/// <summary>Messages for issues of one item.</summary>
internal static class ItemIssues
{
    public static Dictionary<string, IssueMessage> Messages { get; } = new()
    {
        [IssueCode.NoId] = new(
            "No ID",
            "The item and its URLs have no ID, so it was skipped.",
            "Export again with a tool that keeps IDs, or paste the item's link."),
        [IssueCode.BadUrl] = new(
            "URL ignored",
            "The URL isn't HTTPS or isn't on a Grok host. The item was imported without it.",
            "If the file exists only there, download it yourself and upload it."),
        [IssueCode.Refused] = new(
            "Rejected by the database",
            "The database can't store this item. It was skipped and the rest was imported.",
            "Keep the file: a later version may be able to import it."),
        [IssueCode.MediaDamaged] = new(
            "Damaged image or video",
            "It can't be extracted from the file that contains it. It was skipped and the rest was imported.",
            "Download the file again and re-import it. Only missing items are added."),
        [IssueCode.OutOfBounds] = new(
            "Value too large",
            "A text, number or list was shortened or left out. The original is kept."),
        [IssueCode.UnknownEnum] = new(
            "Unknown media type",
            "This version doesn't know the stated type and used the item's other details. The original is kept."),
        [IssueCode.UnknownFormat] = new(
            "Unknown format of a detail",
            "A prompt or another detail has a format this version doesn't know. The item was imported without it, and the original is kept."),
        [IssueCode.TimeInvalid] = new(
            "Invalid date",
            "Imported without a date and listed last.",
            "Another export of the same item may have the date."),
        [IssueCode.ControlCharacters] = new(
            "Invisible characters removed",
            "Non-printable characters were removed from a text. The original is kept."),
        [IssueCode.PromptUrlStripped] = new(
            "Prompt cleaned up",
            "An image URL or command flag in the prompt is hidden. The original is kept."),
    };
}
