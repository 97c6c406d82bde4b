namespace Sovia.Similarity;

/// <summary>What is known of a family beside its texts.</summary>
/// <param name="Id">Its root post.</param>
/// <param name="TimeKey">Microseconds from when it was made to 1970, for ties: the newest has the least.</param>
/// <param name="Model">The cover's model, case-folded; null where nobody says.</param>
/// <param name="Modes">The modes of its members, case-folded, each once.</param>
public readonly record struct FamilyFacts(Guid Id, long TimeKey, string? Model, string[] Modes);
