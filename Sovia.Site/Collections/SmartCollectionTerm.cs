using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Terms;

namespace Sovia.Collections;

/// <summary>Creates the search term for a smart collection's own contents, without its descendants.</summary>
internal static class SmartCollectionTerm
{
    /// <summary>
    /// The maximum number of conditions of a collection, including those of all collections that it names, because PostgreSQL limits the
    /// number of parameters.
    /// </summary>
    public const int MaxConditions = 2_000;

    private static readonly Term NoMatches = new Term.AnyOf([]);

    /// <summary>
    /// Creates the term of the collection's query. An invalid filter, such as a collection that was deleted since, must match nothing
    /// rather than the whole library, and must not turn a list of listed posts into one of hidden posts.
    /// </summary>
    /// <param name="collection">The collection.</param>
    /// <param name="calendar">The viewer's calendar, for relative dates.</param>
    public static Term Create(Collection collection, LocalCalendar calendar)
    {
        var (query, problems) = StrictQueryParser.Parse(collection.Query!, calendar.Now, calendar.Zone);
        if (!problems.IsEmpty || Term.RequestsUnlisted(query.Term) || CountConditions(query.Term, MaxConditions) > MaxConditions)
            return NoMatches;
        return collection.LeftOut is not { Count: > 0 } leftOut ? query.Term
            : new Term.AllOf([query.Term, new Term.Negation(new Term.AnyOf([.. leftOut.Select(id => new Term.IdBetween(id, id))]))]);
    }

    /// <summary>Counts the conditions of a term. Stops counting once the result exceeds <paramref name="most"/>.</summary>
    public static int CountConditions(Term term, int most) => term switch
    {
        Term.AllOf all => CountParts(all.Parts, most),
        Term.AnyOf any => CountParts(any.Parts, most),
        Term.Negation negation => CountConditions(negation.Other, most),
        _ => 1,
    };

    private static int CountParts(IEnumerable<Term> parts, int max)
    {
        var count = 1;
        foreach (var part in parts)
            if ((count += CountConditions(part, max - count)) > max) return max + 1;
        return count;
    }
}
