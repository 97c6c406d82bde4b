namespace Sovia.Query.Lists;

/// <summary>
/// A source of a list's rows. A list that depends on annotations has two parts: rows without a relevant annotation, and rows with one.
/// </summary>
/// <param name="FromSql">The tables: index rows as <c>x</c>, and in the second part annotation rows as <c>a</c>.</param>
/// <param name="WhereSql">The condition; <c>$1</c> is the tenant.</param>
/// <param name="HasAnnotations">True for the second part.</param>
internal sealed record ListPart(string FromSql, string WhereSql, bool HasAnnotations)
{
    /// <summary>The column of the row's date key.</summary>
    public string AgeColumn => HasAnnotations ? "a.age" : "x.age";

    /// <summary>The column of the row's ID.</summary>
    public string IdColumn => HasAnnotations ? "a.id" : "x.id";
}
