namespace Sovia.Import.Issues;

/// <summary>Words for what can be wrong with recordings of a browser.</summary>
internal static class RecordingIssues
{
    public static Dictionary<string, IssueWords> Words { get; } = new()
    {
        [IssueCode.HarNoBody] = new(
            "Answers without their content",
            "The recording says that posts were loaded, but not which.",
            "Keep the developer tools open while the page loads, tick \"Preserve log\", and export with content."),
        [IssueCode.HarPublicFeed] = new(
            "The public feed",
            "A page of strangers' posts was recorded. It was left out.",
            "Nothing to do. Record your favourites to bring your own."),
        [IssueCode.HarSecrets] = new(
            "The recording holds log-in data",
            "Cookies and headers in it were not read, kept or logged.",
            "Delete the recording when it is in, and never give it to anybody."),
    };
}
