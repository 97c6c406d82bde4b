using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>What a metatag makes of one value.</summary>
/// <param name="Term">What it means; null where it means nothing.</param>
/// <param name="CanonicalText">The value as it is best written.</param>
/// <param name="Problem">What is wrong and what would be right, a sentence; null where nothing is wrong.</param>
/// <param name="IsRelative">Whether it means something else tomorrow, as <c>today</c> does.</param>
/// <param name="ReferencesCollections">Whether it names a collection, which may become another.</param>
public sealed record ParsedValue(Term? Term, string CanonicalText, string? Problem = null, bool IsRelative = false,
    bool ReferencesCollections = false)
{
    /// <summary>A value without meaning.</summary>
    /// <param name="complaint">What is wrong and what would be right.</param>
    public static ParsedValue Invalid(string complaint) => new(null, "", complaint);
}
