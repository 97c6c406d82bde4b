using System.Runtime.InteropServices;

namespace Sovia.Prompts.LikeRates;

/// <summary>
/// Counts the families, and the liked families, of each word and each pair of words. There are millions of pairs and most occur in one
/// family only, so this takes two passes: the first counts pairs approximately in shared hash counters, the second counts exactly those
/// whose counter reaches the minimum.
/// </summary>
internal sealed class LikeRateCounter
{
    private const int CounterCount = 1 << 22;

    private readonly Dictionary<string, int> wordIds = new(StringComparer.Ordinal);
    private readonly List<(int Families, int Likes)> wordCounts = [];
    private readonly Dictionary<long, (int Families, int Likes)> pairCounts = [];
    private readonly Named models = new(), modes = new();
    private readonly ushort[] counters = new ushort[CounterCount];
    private readonly HashSet<int> familyWords = [];
    private readonly HashSet<long> familyPairs = [];
    private int familyCount, likeCount;

    /// <summary>Counts a family in the first pass.</summary>
    /// <param name="isLiked">Whether the family is liked.</param>
    /// <param name="texts">The texts in the family's index row.</param>
    /// <param name="familyModels">The family's models.</param>
    /// <param name="familyModes">The family's modes.</param>
    public void CountFamily(bool isLiked, string texts, IEnumerable<string> familyModels, IEnumerable<string> familyModes)
    {
        familyCount++;
        if (isLiked) likeCount++;
        models.Add(familyModels, isLiked);
        modes.Add(familyModes, isLiked);
        CollectWords(texts);
        foreach (var word in familyWords) wordCounts[word] = AddFamily(wordCounts[word], isLiked);
        foreach (var pair in familyPairs)
            if (GetCounterIndex(pair) is var index && counters[index] < ushort.MaxValue) counters[index]++;
    }

    /// <summary>Counts the pairs of a family in the second pass, after the first has seen all families.</summary>
    public void CountPairs(bool isLiked, string texts)
    {
        CollectWords(texts);
        foreach (var pair in familyPairs)
        {
            if (counters[GetCounterIndex(pair)] < LikeRateRanking.MinFamilies) continue;
            ref var pairCount = ref CollectionsMarshal.GetValueRefOrAddDefault(pairCounts, pair, out _);
            pairCount = AddFamily(pairCount, isLiked);
        }
    }

    /// <summary>Returns the best entries of each kind.</summary>
    public LikeRateRanking ToRanking()
    {
        var names = new string[wordCounts.Count];
        foreach (var (word, id) in wordIds) names[id] = word;
        return new(
            familyCount, likeCount,
            LikeRateRanking.SelectBest(wordCounts.Select((count, id) => new LikeRate(names[id], count.Families, count.Likes))),
            LikeRateRanking.SelectBest(pairCounts.Where(pair => pair.Value.Families >= LikeRateRanking.MinFamilies)
                .Select(pair => new LikeRate($"{names[(int)(pair.Key >> 32)]} {names[(int)(uint)pair.Key]}", pair.Value.Families,
                    pair.Value.Likes))),
            LikeRateRanking.SelectBest(models.All), LikeRateRanking.SelectBest(modes.All));
    }

    // One text per line: original words, with a space around each. Lines that begin with another character repeat the words without
    // diacritics and are skipped.
    private void CollectWords(string texts)
    {
        familyWords.Clear();
        familyPairs.Clear();
        var lookup = wordIds.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in texts.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] != ' ') continue;
            var previousId = -1;
            foreach (var range in line.Split(' '))
            {
                var word = line[range];
                if (word.IsEmpty) continue;
                if (!lookup.TryGetValue(word, out var id))
                {
                    lookup[word] = id = wordCounts.Count;
                    wordCounts.Add(default);
                }
                familyWords.Add(id);
                if (previousId >= 0) familyPairs.Add(((long)previousId << 32) | (uint)id);
                previousId = id;
            }
        }
    }

    private static int GetCounterIndex(long pair) => (int)(unchecked((ulong)pair * 0x9E3779B97F4A7C15) >> 42);

    private static (int Families, int Likes) AddFamily((int Families, int Likes) count, bool isLiked) =>
        (count.Families + 1, count.Likes + (isLiked ? 1 : 0));

    // Counts names ignoring case, as searches do.
    private sealed class Named
    {
        private readonly Dictionary<string, (int Families, int Likes)> counts = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<LikeRate> All => counts.Select(entry => new LikeRate(entry.Key, entry.Value.Families, entry.Value.Likes));

        public void Add(IEnumerable<string> names, bool isLiked)
        {
            foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
                counts[name] = AddFamily(counts.GetValueOrDefault(name), isLiked);
        }
    }
}
