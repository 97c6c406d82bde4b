namespace Sovia.Curation;

/// <summary>What a batch did to one post.</summary>
/// <param name="Fields">Names of the fields that it changed.</param>
/// <param name="Before">Those fields before.</param>
/// <param name="After">Those fields after.</param>
public sealed record ChangedPost(IReadOnlyList<string> Fields, Annotation Before, Annotation After);
