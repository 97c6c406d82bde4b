namespace Sovia.Curation;

/// <summary>Some of the fields that a batch left.</summary>
/// <param name="Fields">The fields, post by post.</param>
/// <param name="Next">The place to go on behind; null where there are no more.</param>
public sealed record SkippedFieldsPage(IReadOnlyList<SkippedField> Fields, long? Next);
