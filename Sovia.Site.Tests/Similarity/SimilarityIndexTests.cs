using CsCheck;
using Sovia.Similarity;

namespace Sovia.Tests.Similarity;

/// <summary>The index against the formula, and what must hold of it whatever the library.</summary>
public sealed class SimilarityIndexTests
{
    [Fact]
    public void it_finds_what_the_formula_says() => RandomFamilies.Families.Sample(families =>
    {
        foreach (var index in new[] { SimilarityIndex.Empty.WithChanges(families, []), RandomFamilies.Grown(families) })
            foreach (var one in families) AssertFound(DenseSimilarity.Score(families, one), index.Like(one));
    }, iter: 150);

    [Fact]
    public void what_is_like_several_is_like_their_centroid_and_none_of_them() => RandomFamilies.Families.Sample(families =>
    {
        var (some, index) = (families.Take(3).Where(family => family.Terms.Length > 0).ToArray(), RandomFamilies.Grown(families));
        if (some.Length == 0) return;
        AssertFound(DenseSimilarity.Score(families, some), index.Like(some));
        Assert.Equal(index.Like(some).SelectScores(), index.Like([.. some.Reverse()]).SelectScores());
    }, iter: 150);

    [Fact]
    public void what_comes_changes_and_goes_ends_in_the_index_of_all_at_once() => RandomFamilies.Families.Sample(families =>
    {
        var (grown, whole) = (RandomFamilies.Grown(families), RandomFamilies.Build(families));
        Assert.Equal(families.Length, grown.Count);
        foreach (var one in families) Assert.Equal(whole.Like(one).SelectScores(), grown.Like(one).SelectScores());
    }, iter: 300);

    [Fact]
    public void the_order_in_which_families_come_does_not_matter() =>
    Gen.Select(RandomFamilies.Families, Gen.Int[1, 5]).Sample((families, parts) =>
    {
        var whole = RandomFamilies.Build(families);
        var inParts = RandomFamilies.Build([.. families.Reverse().Chunk((families.Length / parts) + 1)]);
        foreach (var one in families) Assert.Equal(whole.Like(one).SelectScores(), inParts.Like(one).SelectScores());
    }, iter: 200);

    [Fact]
    public void a_family_is_most_like_itself_and_two_are_alike_either_way() => RandomFamilies.Families.Sample(families =>
    {
        // Without models and modes, and asked for by strangers who say the same, since nobody finds themselves.
        FamilyTerms[] plain = [.. families.Select(family => family with { Facts = family.Facts with { Model = null, Modes = [] } })];
        var index = RandomFamilies.Grown(plain);
        foreach (var one in plain.Where(family => family.Terms.Length > 0))
        {
            var found = index.Like(one with { Facts = one.Facts with { Id = Guid.NewGuid() } });
            Assert.Equal(1, found[0].Score, 1e-9);
            Assert.Equal(1, found.First(similar => similar.Id == one.Facts.Id).Score, 1e-9);
            foreach (var similar in index.Like(one))
                Assert.Equal(similar.Score, index.Like(plain.First(other => other.Facts.Id == similar.Id))
                    .First(back => back.Id == one.Facts.Id).Score, 1e-9);
        }
    }, iter: 150);

    [Fact]
    public void a_page_further_on_is_that_part_of_the_whole() =>
    Gen.Select(RandomFamilies.Families, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((families, skip, take) =>
    {
        var index = RandomFamilies.Grown(families);
        Assert.Equal(index.Like(families[0]).Skip(skip).Take(take), index.FindTop(new(families[0]), skip, take));
    }, iter: 200);

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 1)]
    [InlineData(3, 24)]
    public void the_few_best_of_many_families_are_the_first_of_all_that_are_found(int seed, int take)
    {
        // Rare terms in few families each and common ones in most, as prompts have them, so that lists of common terms are not walked.
        var random = new Random(seed);
        string[] Text() => [.. Enumerable.Range(0, random.Next(1, 12))
            .Select(_ => random.Next(3) == 0 ? $"common{random.Next(12)}" : $"rare{random.Next(700)}")];
        FamilyTerms Made(int number) => RandomFamilies.Create(Guid.NewGuid(), random.Next(3) == 0 ? "a" : "b",
            [random.Next(2) == 0 ? "fun" : "custom"], number, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Text())]);
        FamilyTerms[] families = [.. Enumerable.Range(0, 1_500).Select(Made)];
        var index = RandomFamilies.Build(families[..1_300])
            .WithChanges(families[1_300..], [.. families[..40].Select(family => family.Facts.Id)]);
        foreach (var one in families[60..160].Concat(families[1_300..1_350]))
            Assert.Equal(index.FindTop(new(one), 0, 1_500).SelectScores().Take(take), index.FindTop(new(one), 0, take).SelectScores());
        Assert.Equal(index.FindTop(new(families[^3..]), 0, 1_500).SelectScores().Take(take),
            index.FindTop(new(families[^3..]), 0, take).SelectScores());
    }

    [Fact]
    public void the_same_model_counts_half_as_much_again_and_a_shared_mode_a_fifth()
    {
        string[][] texts = [["lighthouse", "fog"]];
        FamilyTerms CreateFamily(string? model, params string[] modes) => RandomFamilies.Create(Guid.NewGuid(), model, modes, 0, texts);
        var (query, all) = (CreateFamily("a", "fun", "custom"),
            new[] { CreateFamily("a", "speech"), CreateFamily("b", "custom"), CreateFamily("a", "custom", "fun"),
                CreateFamily(null), CreateFamily("b") });
        var found = SimilarityIndex.Empty.WithChanges(all, []).Like(query).ToDictionary(one => one.Id, one => one.Score);
        Assert.All([1.5, 1.2, 1.8, 1.0, 1.0], (boost, at) => Assert.Equal(boost, found[all[at].Facts.Id], 1e-9));
        // What nobody says is not the same.
        Assert.All(SimilarityIndex.Empty.WithChanges(all, []).Like(CreateFamily(null)), one => Assert.Equal(1, one.Score, 1e-9));
    }

    [Fact]
    public void of_equal_ones_the_newest_come_first_then_the_smallest_ids()
    {
        // The same words in other places: equal by the formula, though computed from other figures.
        string[] texts = ["lighthouse fog heron", "lighthouse dusk cat", "lighthouse rain neon"];
        var all = Enumerable.Range(0, 60)
            .Select(i => RandomFamilies.Create(new(60 - i, 0, 0, new byte[8]), null, [], i % 4, texts[i % 3].Split(' '))).ToList();
        var found = SimilarityIndex.Empty.WithChanges(all, []).Like(RandomFamilies.Create(99, "lighthouse"));
        Assert.Single(found.Select(one => one.Score).Distinct());
        Assert.Equal(all.OrderBy(family => family.Facts.TimeKey).ThenBy(family => family.Facts.Id).Select(family => family.Facts.Id),
            found.Select(one => one.Id));
    }

    private static void AssertFound(List<(Guid Id, double Score)> wanted, IReadOnlyList<ScoredFamily> found)
    {
        Assert.Equal(wanted.Select(one => one.Id), found.Select(one => one.Id));
        Assert.All(wanted.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-8));
    }
}
