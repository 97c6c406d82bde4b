namespace Sovia.Prompts;

/// <summary>A validation error of an idea.</summary>
/// <param name="Field">The name of the form field.</param>
/// <param name="Text">A sentence that explains the problem.</param>
public sealed record IdeaProblem(string Field, string Text);
