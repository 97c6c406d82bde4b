namespace Sovia.Query.Language;

/// <summary>An error in a search, with its location and a correction. The rest of the search still applies.</summary>
/// <param name="Start">The start in UTF-16 units of the given text.</param>
/// <param name="Length">The length; 0 if the error is at the end of the text.</param>
/// <param name="Text">One or two sentences for the user.</param>
public sealed record SearchMessage(int Start, int Length, string Text);
