namespace Sovia.Curation;

/// <summary>The versions of everything that a family shows: two families with equal versions are equal.</summary>
/// <param name="Revision">The version of the family's document, which is written with each of its posts.</param>
/// <param name="Annotations">A hash of the versions of its members' annotations; null if none has one.</param>
public readonly record struct FamilyVersion(Guid Revision, Guid? Annotations);
