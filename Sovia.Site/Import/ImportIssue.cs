using Sovia.Library;

namespace Sovia.Import;

/// <summary>Something about one item or one file that did not go as it should.</summary>
/// <param name="Code">One of <see cref="IssueCode"/>.</param>
/// <param name="File">The name of the file it stood in.</param>
/// <param name="Path">Where in the file, as a JSON path, <c>$[12].childPosts[3]</c>.</param>
/// <param name="Reason">What was wrong, in words for the user.</param>
/// <param name="Rejected">True where an item did not go in because of it.</param>
public sealed record ImportIssue(string Code, string File, string Path, string Reason, bool Rejected = false)
{
    /// <summary>Characters of a file's name, those of archives around it among them.</summary>
    public const int MaxFileLength = 500;

    private const int LongestPath = 500;
    private const int LongestReason = 1_000;

    /// <summary>The same as it can be stored: names and places come from the file, and with them whatever a file can hold.</summary>
    public ImportIssue ToStorable() => this with
    {
        File = StorableText.SanitizeLine(File, MaxFileLength),
        Path = StorableText.SanitizeLine(Path, LongestPath),
        Reason = StorableText.SanitizeLine(Reason, LongestReason),
    };
}
