namespace Sovia.Curation;

/// <summary>Why a change cannot be made.</summary>
/// <param name="Field">The field, as the API calls it.</param>
/// <param name="Reason">A sentence that says what would be right.</param>
public sealed record ChangeProblem(string Field, string Reason);
