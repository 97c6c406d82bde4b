using CsCheck;
using Sovia.Similarity;

namespace Sovia.Tests.Similarity;

/// <summary>The index against the same figures worked out from the formula, one pair at a time.</summary>
public sealed class SimilarityIndexTests
{
    private static readonly string[] Vocabulary = ["lighthouse", "heron", "fog", "harbour", "dusk", "golden", "hour", "storm", "cat", "window", "rain", "neon"];

    private static readonly Gen<string[]> Text = Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[0, 9].Select(words => words);

    private static readonly Gen<ComparedFamily> Family = Gen.Select(Gen.Guid, Gen.Int[0, 3], Gen.Int[0, 2].Select(i => i switch { 0 => "a", 1 => "b", _ => null }), Gen.Bool.Select(fun => fun ? "fun" : "custom").Array[0, 2], Text.Array[0, 3])
        .Select((id, day, model, modes, texts) => new ComparedFamily(id, DateTimeOffset.UnixEpoch.AddDays(day), model, [.. modes.Distinct()], TermCounts.Of(texts)));

    private static readonly HashSet<Guid> Nobody = [];

    [Fact]
    public void it_finds_what_the_formula_says() => Family.Array[1, 25].Sample(families =>
    {
        var index = SimilarityIndex.Empty.With(families, []);
        foreach (var one in families)
        {
            var found = index.Top(one.Terms, one.Model, [.. one.Modes], 0, 10, Nobody);
            var wanted = Dense(families, one).OrderByDescending(pair => Math.Round(pair.Score, 5)).ThenByDescending(pair => pair.Family.At).ThenBy(pair => pair.Family.Id).Take(10).ToList();
            Assert.Equal(wanted.Count, found.Count);
            Assert.All(wanted.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-5));
            Assert.All(found, similar => Assert.Equal(wanted.First(pair => pair.Family.Id == similar.Id).Score, similar.Score, 1e-5));
        }
    }, iter: 300);

    [Fact]
    public void what_comes_changes_and_goes_ends_in_the_index_of_all_at_once() =>
        Gen.Select(Family.Array[1, 12], Family.Array[0, 8], Gen.Int[0, 5], Text).Sample((first, later, going, text) =>
        {
            var changed = first.Take(2).Select(family => family with { Terms = TermCounts.Of([text]) }).ToList();
            var gone = first.Skip(2).Take(going).Select(family => family.Id).ToList();
            var grown = SimilarityIndex.Empty.With(first, []).With([.. changed, .. later], gone);
            ComparedFamily[] now = [.. changed, .. first.Skip(2).Where(family => !gone.Contains(family.Id)), .. later];
            var whole = SimilarityIndex.Empty.With(now.Reverse().ToArray(), []);
            Assert.Equal(now.Length, grown.Count);
            foreach (var one in now)
                Assert.Equal(
                    whole.Top(one.Terms, one.Model, [.. one.Modes], 0, 50, Nobody).Select(similar => (similar.Id, Math.Round(similar.Score, 4))).Order(),
                    grown.Top(one.Terms, one.Model, [.. one.Modes], 0, 50, Nobody).Select(similar => (similar.Id, Math.Round(similar.Score, 4))).Order());
        }, iter: 300);

    [Fact]
    public void a_family_is_most_like_itself_and_two_are_alike_either_way() => Family.Array[2, 12].Sample(families =>
    {
        var index = SimilarityIndex.Empty.With(families, []);
        foreach (var one in families.Where(family => !family.Terms.IsEmpty))
        {
            var found = index.Top(one.Terms, null, [], 0, 50, Nobody);
            Assert.Equal(1, found[0].Score, 4);
            Assert.Equal(1, found.First(similar => similar.Id == one.Id).Score, 4);
            foreach (var similar in found)
            {
                var other = families.First(family => family.Id == similar.Id);
                Assert.Equal(similar.Score, index.Top(other.Terms, null, [], 0, 50, Nobody).First(back => back.Id == one.Id).Score, 4);
            }
        }
    }, iter: 200);

    // TfidfVectorizer(ngram_range=(1, 2), stop_words="english") and cosine_similarity give these.
    [Fact]
    public void it_agrees_with_a_table_of_scores()
    {
        string[] texts = ["a lighthouse at golden hour", "golden hour over the harbour", "a cat at the window", "lighthouse in a storm"];
        var families = texts.Select((text, i) => new ComparedFamily(new(i + 1, 0, 0, new byte[8]), DateTimeOffset.UnixEpoch, null, [], TermCounts.Of([text.Split(' ')]))).ToList();
        var found = SimilarityIndex.Empty.With(families, []).Top(families[0].Terms, null, [], 0, 4, Nobody);
        Assert.Equal([families[0].Id, families[1].Id, families[3].Id], found.Select(similar => similar.Id));
    }

    private static IEnumerable<(ComparedFamily Family, double Score)> Dense(ComparedFamily[] families, ComparedFamily one)
    {
        double Idf(ulong term) => Math.Log((1.0 + families.Length) / (1 + families.Count(family => family.Terms.Terms.Span.Contains(term)))) + 1;
        Dictionary<ulong, double> Vector(ComparedFamily family)
        {
            var weights = Enumerable.Range(0, family.Terms.Terms.Length).ToDictionary(i => family.Terms.Terms.Span[i], i => family.Terms.Counts.Span[i] * Idf(family.Terms.Terms.Span[i]));
            var norm = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
            return weights.ToDictionary(pair => pair.Key, pair => pair.Value / norm);
        }
        var mine = Vector(one);
        foreach (var family in families)
        {
            var cosine = Vector(family).Sum(pair => pair.Value * mine.GetValueOrDefault(pair.Key));
            if (cosine > 0) yield return (family, cosine * (one.Model is not null && one.Model == family.Model ? 1.5 : 1) * (family.Modes.Any(one.Modes.Contains) ? 1.2 : 1));
        }
    }
}
