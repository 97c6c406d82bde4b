namespace Sovia.Library.Browsing;

/// <summary>The search matches within a family.</summary>
/// <param name="Text">The prompt of the oldest matching member; null if its match is in a text that is not shown.</param>
/// <param name="MemberCount">The number of matching members.</param>
public sealed record FamilyMatch(string? Text, int MemberCount);
