namespace Sovia.Pages.Facets;

/// <summary>Something that could stand at the caret of a search.</summary>
/// <param name="Text">What to put in place.</param>
/// <param name="Note">What it means, or null.</param>
/// <param name="Count">How many items have it, or null where nobody counted.</param>
public sealed record Suggestion(string Text, string? Note = null, int? Count = null);
