namespace Sovia.Duplicates.Lookups;

/// <summary>A post that looks similar to another.</summary>
/// <param name="Post">The post.</param>
/// <param name="Root">ID of its family.</param>
/// <param name="Distance">Hamming distance between their hashes.</param>
public readonly record struct Lookalike(Guid Post, Guid Root, int Distance);
