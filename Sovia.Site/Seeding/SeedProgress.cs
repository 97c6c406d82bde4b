using Sovia.Library;

namespace Sovia.Seeding;

/// <summary>The written amount of a synthetic library.</summary>
/// <param name="Families">The number of families.</param>
/// <param name="Posts">The number of posts of all kinds.</param>
/// <param name="Videos">The number of posts that are videos.</param>
public sealed record SeedProgress(int Families, int Posts, int Videos)
{
    /// <summary>The progress before anything is written.</summary>
    public static readonly SeedProgress None = new(0, 0, 0);

    /// <summary>Returns the progress with further families.</summary>
    public SeedProgress Add(IReadOnlyCollection<IReadOnlyList<Post>> families) => new(
        Families + families.Count,
        Posts + families.Sum(family => family.Count),
        Videos + families.Sum(family => family.Count(post => post.Kind == MediaKind.Video)));
}
