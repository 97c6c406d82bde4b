namespace Sovia.Curation;

/// <summary>A page of the fields that a batch skipped.</summary>
/// <param name="Fields">The fields, post by post.</param>
/// <param name="Next">The cursor of the next page; null on the last page.</param>
public sealed record SkippedFieldsPage(IReadOnlyList<SkippedField> Fields, long? Next);
