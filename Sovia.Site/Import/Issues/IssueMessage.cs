namespace Sovia.Import.Issues;

/// <summary>What a code means and what can be done about it, for people.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Meaning">What that means for the library.</param>
/// <param name="Remedy">What can be done, or null if nothing needs to be.</param>
public sealed record IssueMessage(string Title, string Meaning, string? Remedy = null)
{
    private static readonly Dictionary<string, IssueMessage> All =
        new[] { FileIssues.Messages, ArchiveIssues.Messages, HarIssues.Messages, ItemIssues.Messages, LineageIssues.Messages }
        .SelectMany(group => group).ToDictionary();

    /// <summary>The words for a code; those of a code that a newer version wrote say only that.</summary>
    public static IssueMessage FindByCode(string code) => All.GetValueOrDefault(code) ?? Unknown;

    /// <summary>Returns how serious a code is. A warning that needs no action is a note.</summary>
    public static IssueSeverity SeverityOf(string code) =>
        code.StartsWith('E') ? IssueSeverity.Error : FindByCode(code).Remedy is null ? IssueSeverity.Note : IssueSeverity.Warning;

    /// <summary>True for a code that has words of its own.</summary>
    public static bool HasCode(string code) => All.ContainsKey(code);

    private static IssueMessage Unknown { get; } =
        new("Unknown issue", "Reported by a newer version of Sovia.", "See the reason next to each item.");
}
