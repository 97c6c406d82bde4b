namespace Sovia.Pages.Collections;

/// <summary>What a search for a smart collection would find.</summary>
/// <param name="Problem">Why it finds nothing that can be shown, a sentence; null where it is well.</param>
/// <param name="Count">How many families it finds; null where counting takes too long.</param>
/// <param name="Cards">The first of them.</param>
public sealed record PreviewView(string? Problem, int? Count, IReadOnlyList<Card> Cards);
