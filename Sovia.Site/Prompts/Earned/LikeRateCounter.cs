using System.Runtime.InteropServices;

namespace Sovia.Prompts.Earned;

/// <summary>
/// Counts the families, and the liked families, of each word and each pair of words. There are millions of pairs and most occur in one
/// family only, so this takes two passes: the first counts pairs approximately in shared hash counters, the second counts exactly those
/// whose counter reaches the minimum.
/// </summary>
internal sealed class LikeRateCounter
{
    private const int Counters = 1 << 22;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(int Families, int Likes)> words = [];
    private readonly Dictionary<long, (int Families, int Likes)> pairs = [];
    private readonly Named models = new(), modes = new();
    private readonly ushort[] counters = new ushort[Counters];
    private readonly HashSet<int> wordsHere = [];
    private readonly HashSet<long> pairsHere = [];
    private int families, likes;

    /// <summary>Counts a family in the first pass.</summary>
    /// <param name="isLiked">Whether the family is liked.</param>
    /// <param name="texts">Its texts from its index row.</param>
    /// <param name="itsModels">Its models.</param>
    /// <param name="itsModes">Its modes.</param>
    public void CountFamily(bool isLiked, string texts, IEnumerable<string> itsModels, IEnumerable<string> itsModes)
    {
        families++;
        if (isLiked) likes++;
        models.Add(itsModels, isLiked);
        modes.Add(itsModes, isLiked);
        Gather(texts);
        foreach (var word in wordsHere) words[word] = Plus(words[word], isLiked);
        foreach (var pair in pairsHere)
            if (CounterOf(pair) is var counter && counters[counter] < ushort.MaxValue) counters[counter]++;
    }

    /// <summary>Counts the pairs of a family in the second pass, after the first has seen all families.</summary>
    public void CountPairs(bool isLiked, string texts)
    {
        Gather(texts);
        foreach (var pair in pairsHere)
        {
            if (counters[CounterOf(pair)] < LikeRateRanking.MinFamilies) continue;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out _);
            known = Plus(known, isLiked);
        }
    }

    /// <summary>Returns the best entries of each kind.</summary>
    public LikeRateRanking ToRanking()
    {
        var names = new string[words.Count];
        foreach (var (word, id) in ids) names[id] = word;
        return new(
            families, likes,
            LikeRateRanking.SelectBest(words.Select((count, id) => new LikeRate(names[id], count.Families, count.Likes))),
            LikeRateRanking.SelectBest(pairs.Where(pair => pair.Value.Families >= LikeRateRanking.MinFamilies)
                .Select(pair => new LikeRate($"{names[(int)(pair.Key >> 32)]} {names[(int)(uint)pair.Key]}", pair.Value.Families,
                    pair.Value.Likes))),
            LikeRateRanking.SelectBest(models.All), LikeRateRanking.SelectBest(modes.All));
    }

    // One text per line: original words, with a space around each. Lines that begin with another character repeat the words without
    // diacritics and are skipped.
    private void Gather(string texts)
    {
        wordsHere.Clear();
        pairsHere.Clear();
        var known = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in texts.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] != ' ') continue;
            var before = -1;
            foreach (var range in line.Split(' '))
            {
                var word = line[range];
                if (word.IsEmpty) continue;
                if (!known.TryGetValue(word, out var id))
                {
                    known[word] = id = words.Count;
                    words.Add(default);
                }
                wordsHere.Add(id);
                if (before >= 0) pairsHere.Add(((long)before << 32) | (uint)id);
                before = id;
            }
        }
    }

    private static int CounterOf(long pair) => (int)(unchecked((ulong)pair * 0x9E3779B97F4A7C15) >> 42);

    private static (int Families, int Likes) Plus((int Families, int Likes) count, bool isLiked) =>
        (count.Families + 1, count.Likes + (isLiked ? 1 : 0));

    // Counts names ignoring case, as searches do.
    private sealed class Named
    {
        private readonly Dictionary<string, (int Families, int Likes)> counts = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<LikeRate> All => counts.Select(one => new LikeRate(one.Key, one.Value.Families, one.Value.Likes));

        public void Add(IEnumerable<string> names, bool isLiked)
        {
            foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
                counts[name] = Plus(counts.GetValueOrDefault(name), isLiked);
        }
    }
}
