namespace Sovia.Query.Lists;

/// <summary>
/// Where rows of a list come from. A list that asks for what users decided has two: rows where nothing of it was decided, and rows where
/// something was.
/// </summary>
/// <param name="FromSql">Tables: the index rows as <c>x</c>, and in the second part annotation rows as <c>a</c>.</param>
/// <param name="WhereSql">The condition; <c>$1</c> is the tenant.</param>
/// <param name="HasAnnotations">True for the second part.</param>
internal sealed record ListPart(string FromSql, string WhereSql, bool HasAnnotations)
{
    /// <summary>The row's date as a key.</summary>
    public string AgeColumn => HasAnnotations ? "a.age" : "x.age";

    /// <summary>The row's id.</summary>
    public string IdColumn => HasAnnotations ? "a.id" : "x.id";
}
