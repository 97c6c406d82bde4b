namespace Sovia.Curation;

/// <summary>What a batch left as it is: an event of its stream.</summary>
/// <param name="Fields">The fields, post by post.</param>
public sealed record FieldsLeft(IReadOnlyList<SkippedField> Fields);
