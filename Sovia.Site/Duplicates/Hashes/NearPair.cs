namespace Sovia.Duplicates.Hashes;

/// <summary>Two hashes that are near each other.</summary>
/// <param name="One">The place of the first.</param>
/// <param name="Other">The place of the second, which is greater.</param>
/// <param name="Distance">In how many bits they differ.</param>
public readonly record struct NearPair(int One, int Other, byte Distance);
