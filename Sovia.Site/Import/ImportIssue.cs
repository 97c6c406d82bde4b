namespace Sovia.Import;

/// <summary>Something about one item or one file that did not go as it should.</summary>
/// <param name="Code">One of <see cref="IssueCode"/>.</param>
/// <param name="File">The name of the file it stood in.</param>
/// <param name="Path">Where in the file, as a JSON path, <c>$[12].childPosts[3]</c>.</param>
/// <param name="Reason">What was wrong, in words for the user.</param>
/// <param name="Rejected">True where an item did not go in because of it.</param>
public sealed record ImportIssue(string Code, string File, string Path, string Reason, bool Rejected = false);
