namespace Sovia.Similarity;

/// <summary>The changes of a library's content since an earlier version.</summary>
/// <param name="Stamp">The stamp of the current content version; empty for a library that has never had content.</param>
/// <param name="Version">The number of the current content version.</param>
/// <param name="Families">The added, changed and removed families; null if unknown, so that any may have changed.</param>
public sealed record ContentChanges(string Stamp, long Version, IReadOnlyCollection<Guid>? Families);
