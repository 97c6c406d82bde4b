namespace Sovia.Pages.Facets;

/// <summary>A completion at the caret of a search.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Note">Its meaning, or null.</param>
/// <param name="Count">The number of items that have it, or null if not counted.</param>
public sealed record Suggestion(string Text, string? Note = null, int? Count = null);
