namespace Sovia.Library.Search;

/// <summary>What a term comes to for what nobody decided anything about.</summary>
internal static class Undecided
{
    /// <summary>SQL of where a liked state differs from the index row's.</summary>
    public const string LikesDiffer = "a.likes_differ";

    private static readonly Term Nothing = new Term.AnyOf([]);

    /// <summary>The term without conditions on decisions, as simply as it can be said.</summary>
    public static Term Of(Term term) => term switch
    {
        Term.DecidedAs decided => decided.Decision.ByDefault ? Term.Everything : Nothing,
        Term.Except except => Of(except.Other) switch
        {
            Term.AllOf { Parts: [] } => Nothing,
            Term.AnyOf { Parts: [] } => Term.Everything,
            var other => new Term.Except(other),
        },
        Term.AllOf all => All([.. all.Parts.Select(Of)]),
        Term.AnyOf any => Any([.. any.Parts.Select(Of)]),
        _ => term,
    };

    /// <summary>Whether nothing matches it.</summary>
    public static bool IsNothing(Term term) => term is Term.AnyOf { Parts: [] };

    /// <summary>SQL, each once, of where the things were decided that a term asks for.</summary>
    public static IEnumerable<string> SetsOf(Term term) => (term switch
    {
        Term.DecidedAs decided => [decided.Decision.Decided],
        Term.LikedIs => [LikesDiffer],
        Term.Except except => SetsOf(except.Other),
        Term.AllOf all => all.Parts.SelectMany(SetsOf),
        Term.AnyOf any => any.Parts.SelectMany(SetsOf),
        _ => [],
    }).Distinct(StringComparer.Ordinal);

    private static Term All(List<Term> parts)
    {
        if (parts.Exists(IsNothing)) return Nothing;
        parts.RemoveAll(part => part is Term.AllOf { Parts: [] });
        return parts.Count == 1 ? parts[0] : new Term.AllOf([.. parts]);
    }

    private static Term Any(List<Term> parts)
    {
        if (parts.Exists(part => part is Term.AllOf { Parts: [] })) return Term.Everything;
        parts.RemoveAll(IsNothing);
        return parts.Count == 1 ? parts[0] : new Term.AnyOf([.. parts]);
    }
}
