namespace Sovia.Query.Terms;

/// <summary>Extracts the words, prefixes and phrases that a term searches for.</summary>
public static class PositiveTerms
{
    /// <summary>Returns a term that matches any of these; null if there are none. Negated parts are left out.</summary>
    public static Term? Extract(Term term) => Leaves(term).ToList() is { Count: > 0 } leaves ? new Term.AnyOf([.. leaves]) : null;

    private static IEnumerable<Term> Leaves(Term term) => term switch
    {
        Term.AllOf all => all.Parts.SelectMany(Leaves),
        Term.AnyOf any => any.Parts.SelectMany(Leaves),
        Term.Word or Term.Prefix or Term.Phrase or Term.Compound => [term],
        _ => [],
    };
}
