namespace Sovia.Collections;

/// <summary>What came of a change of a collection.</summary>
/// <param name="Collection">The collection as it was kept; null where it was not.</param>
/// <param name="Problems">Why it was not; empty where there is no such collection.</param>
public sealed record CollectionResult(Collection? Collection, IReadOnlyList<CollectionProblem> Problems);
