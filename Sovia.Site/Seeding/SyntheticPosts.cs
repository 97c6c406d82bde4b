using Sovia.Library;

namespace Sovia.Seeding;

/// <summary>
/// A library that nobody made, with the statistics of real exports: sizes, languages, modes, models, times and the lengths of
/// prompts. The same numbers give the same library, on every machine.
/// </summary>
/// <param name="families">How many families; each has six posts in the mean.</param>
/// <param name="seed">Any number.</param>
public sealed class SyntheticPosts(int families, int seed)
{
    // Streams of chance that no family uses.
    private const long ForAccounts = -1, ForCalendar = -2;

    private readonly Guid[] accounts = Accounts(new(seed, ForAccounts));
    private readonly Calendar calendar = new(new(seed, ForCalendar));

    /// <summary>How many families there are.</summary>
    public int Count => families;

    /// <summary>Each family when it is asked for, roughly newest first: the root, then what was made from it, newest first.</summary>
    public IEnumerable<IReadOnlyList<Post>> Families()
    {
        for (var index = 0; index < families; index++) yield return Family(index);
    }

    private IReadOnlyList<Post> Family(int index)
    {
        var chance = new Chance(seed, index);
        string[] marks = [.. MarkedWords.In(index, families, seed, chance)];
        var at = calendar.At((index + chance.Unit()) / families, chance);
        return new SyntheticFamily(chance, accounts, new(chance, marks)).Posts(
            at, mustHaveText: marks.Contains(MarkedWords.Uncommon) || marks.Contains(MarkedWords.Rare));
    }

    private static Guid[] Accounts(Chance chance) => [.. Enumerable.Range(0, 5).Select(_ => chance.Id())];
}
