using Sovia.Library.Dates;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Where in a list to look. At most one is set; none means the top.</summary>
/// <param name="After">Only what lies below this cursor, a place in the list.</param>
/// <param name="Before">Only what lies above this cursor, a place in the list; the nearest of it.</param>
/// <param name="AroundPostId">The post to have on the page, or the place where it would stand; of a post that the library does not have,
/// the top.</param>
/// <param name="FromDay">The day to begin with, in a list by date; elsewhere the top.</param>
public sealed record PagePosition(Cursor? After = null, Cursor? Before = null, Guid? AroundPostId = null, DateSpan? FromDay = null)
{
    /// <summary>The beginning.</summary>
    public static readonly PagePosition Top = new();
}
