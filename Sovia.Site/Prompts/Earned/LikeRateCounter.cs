using System.Runtime.InteropServices;

namespace Sovia.Prompts.Earned;

/// <summary>
/// Counts in how many families each word and each pair of words stands, and how many of those are liked. Most pairs stand in one family
/// alone and there are millions of them, so families are gone through twice: the first time pairs are only counted in shared counters, and
/// the second time exactly, where their counter says that they may be in enough of them.
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

    /// <summary>Takes a family, the first time.</summary>
    /// <param name="isLiked">Whether it is liked.</param>
    /// <param name="texts">Its texts as its index row has them.</param>
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

    /// <summary>Takes the same family again, after all were taken once.</summary>
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

    /// <summary>What was counted, the best of each.</summary>
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

    // A line a text: words as they are written, with a space on both sides of each. Lines of another sign have the same words without their
    // marks.
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

    // Names count whatever their case, as searches take them.
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
