using Sovia.Library;

namespace Sovia.Media.Review;

/// <summary>A file that waits for the user to say whose it is.</summary>
/// <param name="File">The content.</param>
/// <param name="Locations">Where it lies, and what it was called.</param>
/// <param name="Candidates">The posts that fit, for an ambiguous one.</param>
public sealed record FileToReview(MediaFile File, IReadOnlyList<FileLocation> Locations, IReadOnlyList<Post> Candidates);
