using Sovia.Library;

namespace Sovia.Seeding;

/// <summary>How much of a synthetic library is written.</summary>
/// <param name="Families">Families.</param>
/// <param name="Posts">Posts of all kinds.</param>
/// <param name="Videos">Posts among them that are videos.</param>
public sealed record SeedProgress(int Families, int Posts, int Videos)
{
    /// <summary>Nothing yet.</summary>
    public static readonly SeedProgress None = new(0, 0, 0);

    /// <summary>So much and these families.</summary>
    public SeedProgress Add(IReadOnlyCollection<IReadOnlyList<Post>> families) => new(
        Families + families.Count,
        Posts + families.Sum(family => family.Count),
        Videos + families.Sum(family => family.Count(post => post.Kind == MediaKind.Video)));
}
