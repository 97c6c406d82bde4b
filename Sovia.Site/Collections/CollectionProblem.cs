namespace Sovia.Collections;

/// <summary>A reason why a collection cannot be saved.</summary>
/// <param name="Field">The invalid field, by its name in the API.</param>
/// <param name="Text">The problem, as a sentence.</param>
public sealed record CollectionProblem(string Field, string Text);
