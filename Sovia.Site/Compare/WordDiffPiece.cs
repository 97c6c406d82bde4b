namespace Sovia.Compare;

/// <summary>A piece of text that two texts share or differ in.</summary>
/// <param name="Change">Whether the piece is in the first text, the second or both.</param>
/// <param name="Text">The piece, with its spaces and punctuation.</param>
public sealed record WordDiffPiece(WordChange Change, string Text);
