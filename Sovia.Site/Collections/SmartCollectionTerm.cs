using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Terms;

namespace Sovia.Collections;

/// <summary>What a smart collection holds by itself.</summary>
internal static class SmartCollectionTerm
{
    /// <summary>
    /// How many conditions a collection may come to, with those of all that it names: PostgreSQL takes so many parameters and no more.
    /// </summary>
    public const int MaxConditions = 2_000;

    private static readonly Term Nothing = new Term.AnyOf([]);

    /// <summary>
    /// The term of its query. What a page passes over with a message must not become the whole library here: a collection that it names may
    /// have been deleted since. Nor may a list of what is shown become one of what is hidden.
    /// </summary>
    /// <param name="collection">The collection.</param>
    /// <param name="calendar">Which days it is where somebody looks from.</param>
    public static Term Create(Collection collection, LocalCalendar calendar)
    {
        var (query, problems) = StrictQueryParser.Parse(collection.Query!, calendar.Now, calendar.Zone);
        if (!problems.IsEmpty || Term.RequestsUnlisted(query.Term) || CountConditions(query.Term, MaxConditions) > MaxConditions)
            return Nothing;
        return collection.LeftOut is not { Count: > 0 } leftOut ? query.Term
            : new Term.AllOf([query.Term, new Term.Negation(new Term.AnyOf([.. leftOut.Select(id => new Term.IdBetween(id, id))]))]);
    }

    /// <summary>How many conditions a term has, or more than <paramref name="most"/> as soon as it is that.</summary>
    public static int CountConditions(Term term, int most) => term switch
    {
        Term.AllOf all => Sum(all.Parts, most),
        Term.AnyOf any => Sum(any.Parts, most),
        Term.Negation not => CountConditions(not.Other, most),
        _ => 1,
    };

    private static int Sum(IEnumerable<Term> parts, int most)
    {
        var size = 1;
        foreach (var part in parts)
            if ((size += CountConditions(part, most - size)) > most) return most + 1;
        return size;
    }
}
