using Sovia.Query.Terms;

namespace Sovia.Prompts;

/// <summary>What of a search means something for a prompt: its words, and the models and modes it was used with.</summary>
internal static class PromptTermFilter
{
    /// <summary>The term without what only posts have; that counts as not said.</summary>
    /// <param name="term">A search.</param>
    /// <param name="passedOver">Set where anything was left out.</param>
    public static Term? Filter(Term term, ref bool passedOver)
    {
        switch (term)
        {
            case Term.Word or Term.Prefix or Term.Phrase or Term.Compound or Term.ModelIs or Term.ModeIs:
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
