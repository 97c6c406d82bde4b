using Sovia.Query.Terms;

namespace Sovia.Prompts;

/// <summary>Reduces a search to the terms that apply to prompts: text, models and modes.</summary>
internal static class PromptTermFilter
{
    /// <summary>Returns the term without filters that apply only to posts; null if nothing is left.</summary>
    /// <param name="term">A search.</param>
    /// <param name="hasIgnoredTerms">Set to true if anything was removed.</param>
    public static Term? Filter(Term term, ref bool hasIgnoredTerms)
    {
        switch (term)
        {
            case Term.Word or Term.Prefix or Term.Phrase or Term.Compound or Term.ModelIs or Term.ModeIs
                or Term.ModelStartsWith or Term.ModeStartsWith:
                return term;
            case Term.Negation negation:
                return Filter(negation.Other, ref hasIgnoredTerms) is { } inner ? new Term.Negation(inner) : null;
            case Term.AllOf conjunction:
                return FilterAll(conjunction.Parts, ref hasIgnoredTerms) is { Count: > 0 } allParts ? new Term.AllOf([.. allParts]) : null;
            case Term.AnyOf disjunction:
                return FilterAll(disjunction.Parts, ref hasIgnoredTerms) is { Count: > 0 } anyParts ? new Term.AnyOf([.. anyParts]) : null;
            default:
                hasIgnoredTerms = true;
                return null;
        }
    }

    private static List<Term> FilterAll(IEnumerable<Term> parts, ref bool passedOver)
    {
        var filtered = new List<Term>();
        foreach (var part in parts)
            if (Filter(part, ref passedOver) is { } filteredPart) filtered.Add(filteredPart);
        return filtered;
    }
}
