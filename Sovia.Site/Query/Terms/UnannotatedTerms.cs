namespace Sovia.Query.Terms;

/// <summary>Simplifies terms for rows without annotations.</summary>
internal static class UnannotatedTerms
{
    /// <summary>SQL condition for annotation rows whose liked state differs from the index row's.</summary>
    public const string LikesDifferSql = "a.likes_differ";

    private static readonly Term Nothing = new Term.AnyOf([]);

    /// <summary>Returns the term without conditions on annotations, in its simplest form.</summary>
    public static Term Simplify(Term term) => term switch
    {
        Term.AnnotationMatches annotation => annotation.Condition.MatchesUnannotated ? Term.Everything : Nothing,
        Term.Negation not => Simplify(not.Other) switch
        {
            Term.AllOf { Parts: [] } => Nothing,
            Term.AnyOf { Parts: [] } => Term.Everything,
            var other => new Term.Negation(other),
        },
        Term.AllOf all => CombineAll([.. all.Parts.Select(Simplify)]),
        Term.AnyOf any => CombineAny([.. any.Parts.Select(Simplify)]),
        _ => term,
    };

    /// <summary>Returns whether a term matches nothing.</summary>
    public static bool MatchesNothing(Term term) => term is Term.AnyOf { Parts: [] };

    /// <summary>Returns distinct SQL conditions for the annotations that a term depends on.</summary>
    public static IEnumerable<string> GetPresenceConditions(Term term) => (term switch
    {
        Term.AnnotationMatches annotation => [annotation.Condition.PresenceSql],
        Term.LikedIs => [LikesDifferSql],
        Term.Negation not => GetPresenceConditions(not.Other),
        Term.AllOf all => all.Parts.SelectMany(GetPresenceConditions),
        Term.AnyOf any => any.Parts.SelectMany(GetPresenceConditions),
        _ => [],
    }).Distinct(StringComparer.Ordinal);

    private static Term CombineAll(List<Term> parts)
    {
        if (parts.Exists(MatchesNothing)) return Nothing;
        parts.RemoveAll(part => part is Term.AllOf { Parts: [] });
        return parts.Count == 1 ? parts[0] : new Term.AllOf([.. parts]);
    }

    private static Term CombineAny(List<Term> parts)
    {
        if (parts.Exists(part => part is Term.AllOf { Parts: [] })) return Term.Everything;
        parts.RemoveAll(MatchesNothing);
        return parts.Count == 1 ? parts[0] : new Term.AnyOf([.. parts]);
    }
}
