namespace Sovia.Collections;

/// <summary>The result of a change to a collection.</summary>
/// <param name="Collection">The saved collection; null if it was not saved.</param>
/// <param name="Problems">The reasons why the collection was not saved; empty if it does not exist.</param>
public sealed record CollectionResult(Collection? Collection, IReadOnlyList<CollectionProblem> Problems);
