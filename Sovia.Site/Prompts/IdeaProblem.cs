namespace Sovia.Prompts;

/// <summary>Why an idea cannot be kept.</summary>
/// <param name="Field">Which part of it is wrong, as forms call it.</param>
/// <param name="Text">What is wrong, a sentence.</param>
public sealed record IdeaProblem(string Field, string Text);
