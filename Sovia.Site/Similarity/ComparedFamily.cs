namespace Sovia.Similarity;

/// <summary>A family as it is compared with others.</summary>
/// <param name="Id">Its root post.</param>
/// <param name="At">When its root was made, for ties; the epoch where nobody knows.</param>
/// <param name="Model">The cover's model, case-folded; null where nobody says.</param>
/// <param name="Modes">The modes of its members, case-folded and sorted.</param>
/// <param name="Terms">What its prompts say.</param>
public sealed record ComparedFamily(Guid Id, DateTimeOffset At, string? Model, IReadOnlyList<string> Modes, TermCounts Terms);
