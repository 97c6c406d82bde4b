namespace Sovia.Query.Language;

/// <summary>What is wrong with a search, where, and what would mend it. The rest of the search still counts.</summary>
/// <param name="Start">Where, in UTF-16 units of the text as given.</param>
/// <param name="Length">How much of it; at an end nothing may be left to point at, and it is 0.</param>
/// <param name="Text">A sentence or two for people.</param>
public sealed record SearchMessage(int Start, int Length, string Text);
