using Sovia.Library;
using Sovia.Synthetic;

namespace Sovia.Seeding;

/// <summary>
/// A library that nobody made, with the statistics of real exports: sizes, languages, modes, models, times and the lengths of
/// prompts. The same numbers give the same library, on every machine.
/// </summary>
/// <param name="families">How many families; each has six posts in the mean.</param>
/// <param name="seed">Any number.</param>
public sealed class SyntheticLibrary(int families, int seed)
{
    // Streams of chance that no family uses.
    private const long ForAccounts = -1, ForCalendar = -2;

    private readonly Guid[] accounts = Accounts(new(seed, ForAccounts));
    private readonly PostTimeline postTimeline = new(new(seed, ForCalendar));

    /// <summary>How many families there are.</summary>
    public int FamilyCount => families;

    /// <summary>Each family when it is asked for, roughly newest first: the root, then what was made from it, newest first.</summary>
    public IEnumerable<IReadOnlyList<Post>> GenerateFamilies()
    {
        for (var index = 0; index < families; index++) yield return Family(index);
    }

    private IReadOnlyList<Post> Family(int index)
    {
        var syntheticRandom = new SyntheticRandom(seed, index);
        string[] marks = [.. BenchmarkTerms.ForFamily(index, families, seed, syntheticRandom)];
        var at = postTimeline.GetTime((index + syntheticRandom.NextDouble()) / families, syntheticRandom);
        return new SyntheticFamilyBuilder(syntheticRandom, accounts, new(syntheticRandom, marks)).BuildPosts(
            at, mustHaveText: marks.Contains(BenchmarkTerms.Uncommon) || marks.Contains(BenchmarkTerms.Rare));
    }

    private static Guid[] Accounts(SyntheticRandom syntheticRandom) => [.. Enumerable.Range(0, 5).Select(_ => syntheticRandom.NextGuid())];
}
