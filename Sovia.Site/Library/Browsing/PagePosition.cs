using Sovia.Library.Dates;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>A position in a list. At most one property is set; none means the top.</summary>
/// <param name="After">The page below this cursor of the list.</param>
/// <param name="Before">The page above this cursor of the list.</param>
/// <param name="AroundPostId">The post to show on the page, or its position if it is not in the list; the top if the library has no such
/// post.</param>
/// <param name="FromDay">The first day to show, in a list by date; the top in any other list.</param>
public sealed record PagePosition(Cursor? After = null, Cursor? Before = null, Guid? AroundPostId = null, DateSpan? FromDay = null)
{
    /// <summary>The top of the list.</summary>
    public static readonly PagePosition Top = new();
}
