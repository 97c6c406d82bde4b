namespace Sovia.Duplicates.Hashes;

/// <summary>Two hashes near each other.</summary>
/// <param name="One">Position of the first.</param>
/// <param name="Other">Position of the second, which is greater.</param>
/// <param name="Distance">Hamming distance between them.</param>
public readonly record struct NearPair(int One, int Other, byte Distance);
