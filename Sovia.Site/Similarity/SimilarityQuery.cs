namespace Sovia.Similarity;

/// <summary>One or several families for which to find similar ones.</summary>
/// <param name="Families">The families. They have equal weight, whatever the length of their texts, and are excluded from the results.
/// </param>
public sealed record SimilarityQuery(params IReadOnlyList<FamilyTerms> Families)
{
    /// <summary>The model that all families share; null if the models differ or one is unknown.</summary>
    public string? Model { get; } = Families.Select(family => family.Facts.Model).Distinct().ToList() is [{ } model] ? model : null;

    /// <summary>The modes that all families share.</summary>
    public IReadOnlySet<string> Modes { get; } = Families.Count == 0 ? new HashSet<string>() : Families.Skip(1)
        .Aggregate(Families[0].Facts.Modes.ToHashSet(StringComparer.Ordinal), (modes, family) =>
    {
        modes.IntersectWith(family.Facts.Modes);
        return modes;
    });

    /// <summary>Whether no family has terms.</summary>
    public bool IsEmpty => Families.All(family => family.Terms.Length == 0);

    /// <summary>The ids of the families.</summary>
    public IReadOnlySet<Guid> Ids { get; } = Families.Select(family => family.Facts.Id).ToHashSet();
}
