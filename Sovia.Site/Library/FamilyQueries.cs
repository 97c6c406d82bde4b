using Marten;

namespace Sovia.Library;

/// <summary>
/// Keyset walks over families. The form <c>at &lt;= c and (at &lt; c or id &lt; i)</c> lets PostgreSQL start its index
/// scan at the cursor; the textbook form reads from the top.
/// </summary>
public static class FamilyQueries
{
    /// <summary>Families older than a cursor, newest first; all of them without one.</summary>
    public static IQueryable<Family> Below(this IQueryable<Family> families, Cursor? cursor)
    {
        if (cursor is { SortAt: var at, Id: var id })
            families = families.Where(family => family.SortAt <= at && (family.SortAt < at || family.Id < id));
        return families.OrderByDescending(family => family.SortAt).ThenByDescending(family => family.Id);
    }

    /// <summary>Families newer than a cursor, the nearest, which is the oldest of them, first.</summary>
    public static IQueryable<Family> Above(this IQueryable<Family> families, Cursor cursor)
    {
        var (at, id) = cursor;
        return families
            .Where(family => family.SortAt >= at && (family.SortAt > at || family.Id > id))
            .OrderBy(family => family.SortAt).ThenBy(family => family.Id);
    }
}
