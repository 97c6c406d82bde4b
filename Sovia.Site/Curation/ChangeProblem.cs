namespace Sovia.Curation;

/// <summary>A validation error of a change.</summary>
/// <param name="Field">The field name in the API.</param>
/// <param name="Reason">A sentence that states the valid values.</param>
public sealed record ChangeProblem(string Field, string Reason);
