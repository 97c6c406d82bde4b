using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag's parse result for one value.</summary>
/// <param name="Term">The term; null if the value is invalid.</param>
/// <param name="CanonicalText">The canonical text.</param>
/// <param name="Problem">A sentence that names the error and a correction; null if there is none.</param>
/// <param name="IsRelative">Whether the meaning depends on the current date, as with <c>today</c>.</param>
/// <param name="ReferencesCollections">Whether it names a collection, so that its meaning can change.</param>
public sealed record ParsedValue(Term? Term, string CanonicalText, string? Problem = null, bool IsRelative = false,
    bool ReferencesCollections = false)
{
    /// <summary>Returns the result for an invalid value.</summary>
    /// <param name="complaint">A sentence that names the error and a correction.</param>
    public static ParsedValue Invalid(string complaint) => new(null, "", complaint);
}
