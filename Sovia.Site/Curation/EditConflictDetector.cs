using System.Security.Cryptography;
using System.Text;

namespace Sovia.Curation;

/// <summary>
/// Detects lost updates: a form that was opened before another edit must not overwrite that edit. The form contains a hash (stamp) of each
/// text as loaded. Unedited texts are not applied. If both edits changed a text, that is a problem whose reason quotes the current text.
/// </summary>
public static class EditConflictDetector
{
    // Characters of the current text to quote, enough to recognise it.
    private const int MaxQuoteLength = 200;

    /// <summary>Computes the stamp of a text, for a form.</summary>
    public static string ComputeStamp(string? text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((text ?? "").Trim())).AsSpan(0, 8));

    /// <summary>Removes the texts that the form did not edit from the change, and reports conflicts.</summary>
    /// <param name="change">The validated change requested by the form.</param>
    /// <param name="annotation">The current annotation.</param>
    /// <param name="getStamp">Returns the form's stamp of a field, <c>note</c> or <c>title</c>; null if the form has none, in which case
    /// the text is applied.</param>
    public static (Change Change, IReadOnlyList<ChangeProblem> Problems) DetectConflicts(Change change, Annotation annotation,
        Func<string, string?> getStamp)
    {
        var problems = new List<ChangeProblem>();
        return (change with
        {
            Title = Resolve("title", change.Title, annotation.Title),
            Note = Resolve("note", change.Note, annotation.Note)
        }, problems);

        string? Resolve(string field, string? submitted, string? current)
        {
            if (submitted is null || getStamp(field) is not { Length: > 0 } stamp) return submitted;
            if (ComputeStamp(submitted) == stamp) return null;
            if (ComputeStamp(current) != stamp && ComputeStamp(current) != ComputeStamp(submitted))
                problems.Add(new(field, DescribeConflict(field, current)));
            return submitted;
        }
    }

    private static string DescribeConflict(string field, string? current) =>
        $"The {field} was changed elsewhere since this page was opened. {(current is null ? "It is empty now." : $"It is now “{(current.Length > MaxQuoteLength ? $"{current[..MaxQuoteLength].TrimEnd()}…" : current)}”.")} Save again to replace it.";
}
