namespace Sovia.Library;

/// <summary>What the user said here of liking a post.</summary>
/// <param name="Liked">Yes or no.</param>
/// <param name="At">When, UTC: what a source has seen later counts more.</param>
public sealed record OwnLike(bool Liked, DateTimeOffset At);
