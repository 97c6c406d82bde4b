namespace Sovia.Library.Browsing;

/// <summary>Where in a family the words of a search stand.</summary>
/// <param name="Text">What the oldest member that has any of them says; null where it only has them in a place that is not shown.</param>
/// <param name="MemberCount">How many members have.</param>
public sealed record FamilyMatch(string? Text, int MemberCount);
