namespace Sovia.Curation;

/// <summary>Event of a batch's stream: fields that the batch skipped.</summary>
/// <param name="Fields">The fields, post by post.</param>
public sealed record FieldsLeft(IReadOnlyList<SkippedField> Fields);
