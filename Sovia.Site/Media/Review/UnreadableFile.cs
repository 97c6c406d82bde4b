namespace Sovia.Media.Review;

/// <summary>A file that is here and cannot be shown, or is not what it is called.</summary>
/// <param name="Id">The hash of its content, or the id of the place where it lies under another name.</param>
/// <param name="Problem">Why, in words for the user.</param>
/// <param name="Paths">Where it lies, absolute paths.</param>
/// <param name="PostIds">The posts it belongs to.</param>
public sealed record UnreadableFile(string Id, string Problem, IReadOnlyList<string> Paths, IReadOnlyList<Guid> PostIds);
