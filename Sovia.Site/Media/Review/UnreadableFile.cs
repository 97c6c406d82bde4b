namespace Sovia.Media.Review;

/// <summary>A file that is present but cannot be shown, or is misnamed.</summary>
/// <param name="Id">The SHA-256 of the content, or the location ID of a misnamed file.</param>
/// <param name="Problem">The reason, as a message for the user.</param>
/// <param name="Paths">The file's absolute paths.</param>
/// <param name="PostIds">The posts the file belongs to.</param>
public sealed record UnreadableFile(string Id, string Problem, IReadOnlyList<string> Paths, IReadOnlyList<Guid> PostIds);
