namespace Sovia.Similarity;

/// <summary>A family that looks similar to another.</summary>
/// <param name="Id">ID of the root post.</param>
/// <param name="Distance">The number of bits, of 64, in which the nearest perceptual hashes of both differ.</param>
public readonly record struct LookalikeFamily(Guid Id, int Distance);
