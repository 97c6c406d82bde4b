using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>One stretch of a list.</summary>
/// <param name="Families">The families of this stretch, in the order shown; in a list of posts each post as a family of its own.</param>
/// <param name="Before">Where the stretch above ends, or null at the top.</param>
/// <param name="After">Where the stretch below begins, or null at the end.</param>
public sealed record FamilyPage(IReadOnlyList<Family> Families, Cursor? Before, Cursor? After)
{
    /// <summary>Families on one page.</summary>
    public const int Size = 50;
}
