namespace Sovia.Import.Issues;

/// <summary>Words for what can be wrong with a whole file.</summary>
internal static class FileIssues
{
    public static Dictionary<string, IssueWords> Words { get; } = new()
    {
        [IssueCode.Empty] = new(
            "Nothing in it",
            "The file has no bytes, or a list without posts. The last page of a list looks like that too.",
            "Hand over the other pages. If this was all, load the list on the site to its end and export again."),
        [IssueCode.NotJson] = new(
            "Not a form in which exports come",
            "It is neither JSON nor an archive, a recording, a table, a saved page or a list of links.",
            "Choose the file that the exporter wrote, or paste the links themselves."),
        [IssueCode.Truncated] = new(
            "Cut off or damaged",
            "Everything before the break is complete and goes in; what comes after it is not read.",
            "Save or download the file again and hand it over once more: only what is missing is added."),
        [IssueCode.UnknownShape] = new(
            "No posts in it",
            "It is well-formed, but has no posts where any known export keeps them.",
            "Look at the keys that were found: it may be the wrong file of several."),
        [IssueCode.Unreadable] = new(
            "Could not be read",
            "The file could not be opened, or the disk failed while it was read.",
            "Check that it is there, that you may read it and that its drive is connected, then try again."),
        [IssueCode.TooLarge] = new(
            "Larger than any real item",
            "Something in it is beyond the limits that keep a crafted file from filling the memory.",
            "Split the file, or export in smaller pages."),
        [IssueCode.Depth] = new(
            "Nested too deep",
            "One item is nested deeper than any real family and was left out.",
            "Export it again; a real export is never like that."),
        [IssueCode.HtmlChallenge] = new(
            "A web page instead of data",
            "A bot check or a log-in page was saved in place of the posts.",
            "Open the site, pass the check or sign in, and export again."),
        [IssueCode.ApiError] = new(
            "A refusal was saved",
            "The site answered with an error, and that answer is all there is in it.",
            "Sign in again, wait a minute if it was about too many requests, and export once more."),
        [IssueCode.SensitiveFile] = new(
            "About log-ins or payments",
            "Sovia never opens this file of an account export.",
            "Nothing to do. Hand over prod-grok-backend.json or the whole archive."),
        [IssueCode.PassedBy] = new(
            "More in it than went in",
            "Ids or entries stand in it that are not known to be those of posts: of accounts, of chats, or where no export keeps its posts.",
            "Compare the two numbers. If posts are missing, hand over another export, or the links themselves."),
        [IssueCode.Heuristic] = new(
            "An unknown kind of file",
            "Things that look like posts were picked out of it. They may lack facts that it has elsewhere.",
            "Look at the cards. If something is wrong, discard this and use another export."),
    };
}
