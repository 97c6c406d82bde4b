using Sovia.Library;
using Sovia.Synthetic;

namespace Sovia.Seeding;

/// <summary>
/// A generated library with the statistics of real exports: sizes, languages, modes, models, times and the lengths of
/// prompts. The same parameters yield the same library on every machine.
/// </summary>
/// <param name="families">The number of families; a family has six posts on average.</param>
/// <param name="seed">The seed, any number.</param>
public sealed class SyntheticLibrary(int families, int seed)
{
    // Random streams that no family uses.
    private const long AccountStream = -1, CalendarStream = -2;

    private readonly Guid[] accounts = CreateIds(new(seed, AccountStream));
    private readonly PostTimeline postTimeline = new(new(seed, CalendarStream));

    /// <summary>The number of families.</summary>
    public int FamilyCount => families;

    /// <summary>
    /// Generates the families lazily, roughly newest first: each with its root, then the items made from it, newest first.
    /// </summary>
    public IEnumerable<IReadOnlyList<Post>> GenerateFamilies()
    {
        for (var index = 0; index < families; index++) yield return GenerateFamily(index);
    }

    private IReadOnlyList<Post> GenerateFamily(int index)
    {
        var syntheticRandom = new SyntheticRandom(seed, index);
        string[] terms = [.. BenchmarkTerms.ForFamily(index, families, seed, syntheticRandom)];
        var createdAt = postTimeline.GetTime((index + syntheticRandom.NextDouble()) / families, syntheticRandom);
        return new SyntheticFamilyBuilder(syntheticRandom, accounts, new(syntheticRandom, terms)).BuildPosts(
            createdAt, mustHaveText: terms.Contains(BenchmarkTerms.Uncommon) || terms.Contains(BenchmarkTerms.Rare));
    }

    private static Guid[] CreateIds(SyntheticRandom syntheticRandom) => [.. Enumerable.Range(0, 5).Select(_ => syntheticRandom.NextGuid())];
}
