namespace Sovia.Compare;

/// <summary>A piece of text that two texts share or differ in.</summary>
/// <param name="Change">Which of the texts contain it.</param>
/// <param name="Text">The piece, with its spaces and punctuation.</param>
public sealed record WordDiffPiece(WordChange Change, string Text);
