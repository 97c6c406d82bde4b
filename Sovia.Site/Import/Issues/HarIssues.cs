namespace Sovia.Import.Issues;

/// <summary>Messages for issues of HAR files.</summary>
internal static class HarIssues
{
    public static Dictionary<string, IssueMessage> Messages { get; } = new()
    {
        [IssueCode.HarNoBody] = new(
            "HAR without content",
            "The HAR file lists requests but not the responses.",
            "Keep developer tools open while the page loads, tick \"Preserve log\" and export with content."),
        [IssueCode.HarPublicFeed] = new(
            "Public feed skipped",
            "The HAR file includes a page of other people's posts.",
            "To import your own, record your favourites page."),
        [IssueCode.HarSecrets] = new(
            "HAR file contains sign-in data",
            "Sovia didn't read, store or log it.",
            "Delete the HAR file after the import and don't share it."),
    };
}
