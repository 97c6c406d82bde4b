namespace Sovia.Query.Terms;

/// <summary>The words, beginnings and phrases that a term wants to be there, whichever of them.</summary>
public static class PositiveTerms
{
    /// <summary>Any of them; null where a term wants no words. What must not be there is not among them.</summary>
    public static Term? Extract(Term term) => Leaves(term).ToList() is { Count: > 0 } leaves ? new Term.AnyOf([.. leaves]) : null;

    private static IEnumerable<Term> Leaves(Term term) => term switch
    {
        Term.AllOf all => all.Parts.SelectMany(Leaves),
        Term.AnyOf any => any.Parts.SelectMany(Leaves),
        Term.Word or Term.Prefix or Term.Phrase or Term.Compound => [term],
        _ => [],
    };
}
