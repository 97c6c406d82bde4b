namespace Sovia.Collections;

/// <summary>Why a collection cannot be kept as it is.</summary>
/// <param name="Field">Which part of it is wrong, as the API calls it.</param>
/// <param name="Text">What is wrong, a sentence.</param>
public sealed record CollectionProblem(string Field, string Text);
