namespace Sovia.Import.Issues;

/// <summary>Messages for issues of a whole file.</summary>
internal static class FileIssues
{
    public static Dictionary<string, IssueMessage> Messages { get; } = new()
    {
        [IssueCode.Empty] = new(
            "Empty file",
            "The file is empty or contains an empty list. The last page of a list can look like this.",
            "Import the other pages. If this is the only one, scroll to the end of the list on Grok and export again."),
        [IssueCode.NotJson] = new(
            "Unsupported file",
            "Not JSON, an archive, HAR, CSV, a saved page or a list of links.",
            "Choose the file your export tool created, or paste the links."),
        [IssueCode.Truncated] = new(
            "Incomplete or damaged file",
            "Everything before the damaged part is imported. The rest can't be read.",
            "Download the file again and re-import it. Only missing items are added."),
        [IssueCode.UnknownShape] = new(
            "No items found",
            "The file is valid but contains no items in any known export format.",
            "Check the keys listed below. You may have chosen the wrong file."),
        [IssueCode.Unreadable] = new(
            "Can't read file",
            "The file couldn't be opened, or the disk failed.",
            "Check that the file exists, that Sovia has permission to read it and that the drive is connected."),
        [IssueCode.TooLarge] = new(
            "Item too large",
            "Something in the file exceeds the safety limits.",
            "Split the file or export in smaller batches."),
        [IssueCode.Depth] = new(
            "Nested too deeply",
            "An item exceeded the nesting limit and was skipped.",
            "Export again. Genuine exports never look like this."),
        [IssueCode.HtmlChallenge] = new(
            "Web page instead of data",
            "A bot check or a sign-in page was saved instead of your items.",
            "Open Grok, pass the check or sign in, and export again."),
        [IssueCode.ApiError] = new(
            "Error response from Grok",
            "The file contains only an error message from Grok.",
            "Sign in again and export once more. If it was a rate limit, wait a minute first."),
        [IssueCode.SensitiveFile] = new(
            "Sign-in or payment data",
            "Sovia never opens this file.",
            "Import prod-grok-backend.json or the whole archive instead."),
        [IssueCode.EntriesIgnored] = new(
            "Some entries were not imported",
            "The file has IDs or entries that Sovia can't identify as posts: of accounts, of chats, or in places that no known export uses.",
            "Compare the two numbers. If items are missing, import another export or paste their links."),
        [IssueCode.Heuristic] = new(
            "Unrecognised format",
            "Sovia imported everything that looked like an item. Some details may be missing.",
            "Check the preview. If it looks wrong, discard it and use another export."),
    };
}
