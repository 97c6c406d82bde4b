namespace Sovia.Import.Issues;

/// <summary>Words for what two statements about posts do to each other.</summary>
internal static class LineageIssues
{
    public static Dictionary<string, IssueWords> Words { get; } = new()
    {
        [IssueCode.Conflict] = new(
            "Two sources differ",
            "They state different facts about one post. One is shown, both are kept.",
            "Nothing to do, unless the post looks wrong: its page lists every source."),
        [IssueCode.ParentMissing] = new(
            "What it was made from is not here",
            "The post names another that no source has shown yet. A place is kept for it.",
            "Hand over the list or the page that has it; the family then comes together by itself."),
        [IssueCode.ParentMismatch] = new(
            "Two parents",
            "It stands under one post and says that it was made from another, which counts.",
            "Nothing to do."),
        [IssueCode.Cycle] = new(
            "Made from itself",
            "By way of others the post would be its own ancestor. That link was dropped.",
            "Nothing to do; the source is kept as it came."),
    };
}
