using System.Security.Cryptography;
using System.Text;

namespace Sovia.Curation;

/// <summary>
/// Keeps a form that has stood open for long from writing over what was written elsewhere meanwhile. The form bears a stamp of each text as
/// it was shown. A text that was left as it was changes nothing; one that was changed on both sides is a problem, and says what it is now.
/// </summary>
public static class EditConflictDetector
{
    // So much of the other text that one sees which it is.
    private const int Shown = 200;

    /// <summary>The stamp of a text, for a form.</summary>
    public static string ComputeStamp(string? text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((text ?? "").Trim())).AsSpan(0, 8));

    /// <summary>The change without the texts that the form left alone.</summary>
    /// <param name="change">What the form asks for, checked.</param>
    /// <param name="now">What is decided now.</param>
    /// <param name="stampOf">The stamp that the form bears of a field, <c>note</c> or <c>title</c>; null where it bears none, and then the
    /// text counts.</param>
    public static (Change Change, IReadOnlyList<ChangeProblem> Problems) DetectConflicts(Change change, Annotation now,
        Func<string, string?> stampOf)
    {
        var problems = new List<ChangeProblem>();
        return (change with { Title = Wanted("title", change.Title, now.Title), Note = Wanted("note", change.Note, now.Note) }, problems);

        string? Wanted(string field, string? sent, string? current)
        {
            if (sent is null || stampOf(field) is not { Length: > 0 } stamp) return sent;
            if (ComputeStamp(sent) == stamp) return null;
            if (ComputeStamp(current) != stamp && ComputeStamp(current) != ComputeStamp(sent))
                problems.Add(new(field, Conflict(field, current)));
            return sent;
        }
    }

    private static string Conflict(string field, string? current) =>
        $"The {field} was changed elsewhere since this page was opened. {(current is null ? "It is empty now." : $"It is now “{(current.Length > Shown ? $"{current[..Shown].TrimEnd()}…" : current)}”.")} Save again to replace it.";
}
