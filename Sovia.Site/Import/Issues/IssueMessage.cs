namespace Sovia.Import.Issues;

/// <summary>The meaning of an issue code and its remedy, for the user.</summary>
/// <param name="Title">The problem, in a few words.</param>
/// <param name="Meaning">The consequence for the library.</param>
/// <param name="Remedy">The action the user can take; null if none is needed.</param>
public sealed record IssueMessage(string Title, string Meaning, string? Remedy = null)
{
    private static readonly Dictionary<string, IssueMessage> All =
        new[] { FileIssues.Messages, ArchiveIssues.Messages, HarIssues.Messages, ItemIssues.Messages, LineageIssues.Messages }
        .SelectMany(group => group).ToDictionary();

    /// <summary>Returns the message for a code, or a generic one for a code that a newer version wrote.</summary>
    public static IssueMessage FindByCode(string code) => All.GetValueOrDefault(code) ?? Unknown;

    /// <summary>Returns how serious a code is. A warning that needs no action is a note.</summary>
    public static IssueSeverity GetSeverity(string code) =>
        code.StartsWith('E') ? IssueSeverity.Error : FindByCode(code).Remedy is null ? IssueSeverity.Note : IssueSeverity.Warning;

    /// <summary>True for a code with its own message.</summary>
    public static bool HasCode(string code) => All.ContainsKey(code);

    private static IssueMessage Unknown { get; } =
        new("Unknown issue", "Reported by a newer version of Sovia.", "See the reason next to each item.");
}
