namespace Sovia.Duplicates.Groups;

/// <summary>A link between two clips: the second continues the first.</summary>
/// <param name="Content">SHA-256 of the first clip.</param>
/// <param name="Next">SHA-256 of the clip that continues it.</param>
/// <param name="Distance">Hamming distance between the hashes of the last frame and of the first frame.</param>
public readonly record struct ClipLink(string Content, string Next, int Distance);
