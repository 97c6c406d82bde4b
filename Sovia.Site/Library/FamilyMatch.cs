namespace Sovia.Library;

/// <summary>Where in a family the words of a search stand.</summary>
/// <param name="First">The oldest member that has any of them.</param>
/// <param name="Count">How many members have.</param>
public sealed record FamilyMatch(Post First, int Count);
