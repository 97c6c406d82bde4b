namespace Sovia.Similarity;

/// <summary>What families are to be like: a family, or several.</summary>
/// <param name="Families">The families. Of several, each counts as much as any other, however much it says; they are left out of what is
/// found.</param>
public sealed record SimilarityQuery(params IReadOnlyList<FamilyTerms> Families)
{
    /// <summary>The model of all of them; null where they have several or nobody says.</summary>
    public string? Model => Families.Select(family => family.Facts.Model).Distinct().ToList() is [{ } only] ? only : null;

    /// <summary>The modes that each of them has.</summary>
    public IReadOnlySet<string> Modes { get; } = Families.Count == 0 ? new HashSet<string>() : Families.Skip(1)
        .Aggregate(Families[0].Facts.Modes.ToHashSet(StringComparer.Ordinal), (modes, family) =>
    {
        modes.IntersectWith(family.Facts.Modes);
        return modes;
    });

    /// <summary>Whether none of them says anything.</summary>
    public bool IsEmpty => Families.All(family => family.Terms.Length == 0);

    /// <summary>The ids of the families.</summary>
    public IReadOnlySet<Guid> Ids { get; } = Families.Select(family => family.Facts.Id).ToHashSet();
}
