namespace Sovia.Import;

/// <summary>Something about one item or one file that did not go as it should.</summary>
/// <param name="Code">A stable code: <c>E_</c> was rejected, <c>W_</c> went in with a note.</param>
/// <param name="File">The name of the file it stood in.</param>
/// <param name="Path">Where in the file, as a JSON path, <c>$[12].childPosts[3]</c>.</param>
/// <param name="Reason">What was wrong, in words for the user.</param>
public sealed record ImportIssue(string Code, string File, string Path, string Reason)
{
    /// <summary>True where the item did not go in.</summary>
    public bool IsRejection => Code.StartsWith("E_", StringComparison.Ordinal);
}
