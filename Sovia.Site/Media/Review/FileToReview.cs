using Sovia.Library;

namespace Sovia.Media.Review;

/// <summary>A file that the user should match to a post.</summary>
/// <param name="File">The content.</param>
/// <param name="Locations">Its locations and original names.</param>
/// <param name="Candidates">The candidate posts of an ambiguous file.</param>
public sealed record FileToReview(MediaFile File, IReadOnlyList<FileLocation> Locations, IReadOnlyList<Post> Candidates);
