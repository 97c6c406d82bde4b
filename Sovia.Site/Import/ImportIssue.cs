using Sovia.Library;

namespace Sovia.Import;

/// <summary>A problem with one item or one file.</summary>
/// <param name="Code">One of <see cref="IssueCode"/>.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Path">The location in the file, as a JSON path, <c>$[12].childPosts[3]</c>.</param>
/// <param name="Reason">The cause, in text for the user.</param>
/// <param name="Rejected">True if an item was not imported because of it.</param>
public sealed record ImportIssue(string Code, string File, string Path, string Reason, bool Rejected = false)
{
    /// <summary>Maximum length of a file's name in characters, including the names of archives around it.</summary>
    public const int MaxFileLength = 500;

    private const int MaxPathLength = 500;
    private const int MaxReasonLength = 1_000;

    /// <summary>Returns the issue in a form that can be stored, because names and paths from a file may contain any characters.</summary>
    public ImportIssue ToStorable() => this with
    {
        File = StorableText.SanitizeLine(File, MaxFileLength),
        Path = StorableText.SanitizeLine(Path, MaxPathLength),
        Reason = StorableText.SanitizeLine(Reason, MaxReasonLength),
    };
}
