namespace Sovia.Import.Issues;

/// <summary>Messages for contradictions between source records.</summary>
internal static class LineageIssues
{
    public static Dictionary<string, IssueMessage> Messages { get; } = new()
    {
        [IssueCode.Conflict] = new(
            "Conflicting sources",
            "Two sources disagree about an item. One is shown, both are kept.",
            "If the item looks wrong, its page lists every source."),
        [IssueCode.ParentMissing] = new(
            "Source item missing",
            "This item was made from one that hasn't been imported yet. A placeholder was added.",
            "Import an export that contains it. Sovia completes the stack automatically."),
        [IssueCode.ParentMismatch] = new(
            "Two source items",
            "The export lists it under one item but says it was made from another. Sovia uses the latter."),
        [IssueCode.Cycle] = new(
            "Circular link",
            "The item would be its own ancestor, so the link was dropped."),
    };
}
