namespace Sovia.Curation;

/// <summary>A field that a batch left unchanged, because it was changed since or because its collection is locked.</summary>
/// <param name="Id">The post.</param>
/// <param name="Field">The field's name.</param>
/// <param name="LockedIn">The names of the locked collections that prevented the change; null if the field was changed since.</param>
public sealed record SkippedField(Guid Id, string Field, string? LockedIn = null);
