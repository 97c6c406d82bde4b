namespace Sovia.Duplicates.Lookups;

/// <summary>A post that looks like what was asked about.</summary>
/// <param name="Post">The post.</param>
/// <param name="Root">Its family.</param>
/// <param name="Distance">In how many bits their hashes differ.</param>
public readonly record struct Lookalike(Guid Post, Guid Root, int Distance);
