namespace Sovia.Import.Issues;

/// <summary>Words for what can be wrong with one item.</summary>
internal static class ItemIssues
{
    public static Dictionary<string, IssueWords> Words { get; } = new()
    {
        [IssueCode.NoId] = new(
            "No id",
            "Neither the item nor any of its addresses bears an id, so it cannot be told from others. It was left out.",
            "Export again with a tool that keeps ids, or hand over its link."),
        [IssueCode.BadUrl] = new(
            "An address that leads elsewhere",
            "It is not https or not one of the maker's. The post goes in without it.",
            "Nothing to do, unless its picture is only there: download it yourself and hand it over."),
        [IssueCode.Refused] = new(
            "Refused by the database",
            "The database cannot hold the item for the reason beside it. It was left out, and the rest went in.",
            "Keep the file: a later version may know how to store it."),
        [IssueCode.MediaDamaged] = new(
            "A damaged picture or clip",
            "Its bytes cannot be unpacked from the file that it lies in. It was left out, and the rest went in.",
            "Save or download that file again and hand it over once more: only what is missing is added."),
        [IssueCode.OutOfBounds] = new(
            "Larger than any real value",
            "A text, a number or a list was cut or left out, and the post went in without the rest of it.",
            "Nothing to do; the source is kept as it came."),
        [IssueCode.UnknownEnum] = new(
            "A new kind of media",
            "This version does not know the word, and took it for what the rest of the post says.",
            "Nothing to do; the source is kept, and a later version may read more of it."),
        [IssueCode.UnknownForm] = new(
            "A fact in an unknown form",
            "A prompt or another fact is neither text nor a known form of it. The post goes in without it.",
            "Nothing to do; the source is kept, and a later version may read more of it."),
        [IssueCode.TimeInvalid] = new(
            "A time that cannot be read",
            "The post goes in without one and stands at the end of the library.",
            "Nothing to do; another export of the same post brings it."),
        [IssueCode.ControlCharacters] = new(
            "Characters that no screen shows",
            "They were taken out of a text; the source is kept as it came.",
            "Nothing to do."),
        [IssueCode.PromptUrlStripped] = new(
            "A prompt with an address in it",
            "A picture's address or a switch of the site is not shown as words.",
            "Nothing to do; the source is kept as it came."),
    };
}
