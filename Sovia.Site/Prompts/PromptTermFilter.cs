using Sovia.Query.Terms;

namespace Sovia.Prompts;

/// <summary>Reduces a search to the terms that apply to prompts: text, models and modes.</summary>
internal static class PromptTermFilter
{
    /// <summary>Returns the term without filters that only posts have, as if they were not given.</summary>
    /// <param name="term">A search.</param>
    /// <param name="passedOver">Set to true if anything was removed.</param>
    public static Term? Filter(Term term, ref bool passedOver)
    {
        switch (term)
        {
            case Term.Word or Term.Prefix or Term.Phrase or Term.Compound or Term.ModelIs or Term.ModeIs
                or Term.ModelStartsWith or Term.ModeStartsWith:
                return term;
            case Term.Negation not:
                return Filter(not.Other, ref passedOver) is { } other ? new Term.Negation(other) : null;
            case Term.AllOf all:
                return Some(all.Parts, ref passedOver) is { Count: > 0 } both ? new Term.AllOf([.. both]) : null;
            case Term.AnyOf any:
                return Some(any.Parts, ref passedOver) is { Count: > 0 } either ? new Term.AnyOf([.. either]) : null;
            default:
                passedOver = true;
                return null;
        }
    }

    private static List<Term> Some(IEnumerable<Term> parts, ref bool passedOver)
    {
        var some = new List<Term>();
        foreach (var part in parts)
            if (Filter(part, ref passedOver) is { } kept) some.Add(kept);
        return some;
    }
}
