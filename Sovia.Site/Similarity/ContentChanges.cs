namespace Sovia.Similarity;

/// <summary>How a library's content has changed since a moment.</summary>
/// <param name="Stamp">The state that it has come to; empty for a library that nothing was ever put into.</param>
/// <param name="Version">The number of that state.</param>
/// <param name="Families">The families that came, changed or went; null where that is not known, and any may have.</param>
public sealed record ContentChanges(string Stamp, long Version, IReadOnlyCollection<Guid>? Families);
