namespace Sovia.Duplicates.Groups;

/// <summary>That one clip goes on where another ends.</summary>
/// <param name="Content">SHA-256 of the clip that ends.</param>
/// <param name="Next">SHA-256 of the clip that goes on.</param>
/// <param name="Distance">How far the last frame is from the first, in bits of the hash.</param>
public readonly record struct ClipLink(string Content, string Next, int Distance);
