using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>One page of a list.</summary>
/// <param name="Families">The families of the page in display order; in a list of posts, each post as a family of its own.</param>
/// <param name="Before">The cursor of the page above, or null at the top.</param>
/// <param name="After">The cursor of the page below, or null at the end.</param>
public sealed record FamilyPage(IReadOnlyList<Family> Families, Cursor? Before, Cursor? After)
{
    /// <summary>The number of families on a page.</summary>
    public const int Size = 50;
}
