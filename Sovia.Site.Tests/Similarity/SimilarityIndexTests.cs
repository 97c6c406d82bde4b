using CsCheck;
using Sovia.Similarity;

namespace Sovia.Tests.Similarity;

/// <summary>The index against the formula, and what must hold of it whatever the library.</summary>
public sealed class SimilarityIndexTests
{
    [Fact]
    public void results_match_the_formula() => RandomFamilies.Families.Sample(families =>
    {
        foreach (var index in new[] { SimilarityIndex.Empty.WithChanges(families, []), RandomFamilies.BuildIncrementally(families) })
            foreach (var one in families) AssertFound(BruteForceSimilarity.Score(families, one), index.FindSimilar(one));
    }, iter: 150);

    [Fact]
    public void several_families_are_compared_by_their_centroid_and_left_out() => RandomFamilies.Families.Sample(families =>
    {
        var (queried, index) =
            (families.Take(3).Where(family => family.Terms.Length > 0).ToArray(), RandomFamilies.BuildIncrementally(families));
        if (queried.Length == 0) return;
        AssertFound(BruteForceSimilarity.Score(families, queried), index.FindSimilar(queried));
        Assert.Equal(index.FindSimilar(queried).SelectScores(), index.FindSimilar([.. queried.Reverse()]).SelectScores());
    }, iter: 150);

    [Fact]
    public void incremental_changes_give_the_same_index_as_a_full_build() => RandomFamilies.Families.Sample(families =>
    {
        var (grown, whole) = (RandomFamilies.BuildIncrementally(families), RandomFamilies.Build(families));
        Assert.Equal(families.Length, grown.Count);
        foreach (var one in families) Assert.Equal(whole.FindSimilar(one).SelectScores(), grown.FindSimilar(one).SelectScores());
    }, iter: 300);

    [Fact]
    public void the_order_of_families_does_not_matter() =>
    Gen.Select(RandomFamilies.Families, Gen.Int[1, 5]).Sample((families, parts) =>
    {
        var whole = RandomFamilies.Build(families);
        var inParts = RandomFamilies.Build([.. families.Reverse().Chunk((families.Length / parts) + 1)]);
        foreach (var one in families) Assert.Equal(whole.FindSimilar(one).SelectScores(), inParts.FindSimilar(one).SelectScores());
    }, iter: 200);

    [Fact]
    public void similarity_is_symmetric_and_highest_for_the_same_text() => RandomFamilies.Families.Sample(families =>
    {
        // Models and modes are cleared, and queries are copies with other IDs, because results exclude the queried family.
        FamilyTerms[] plain = [.. families.Select(family => family with { Facts = family.Facts with { Model = null, Modes = [] } })];
        var index = RandomFamilies.BuildIncrementally(plain);
        foreach (var one in plain.Where(family => family.Terms.Length > 0))
        {
            var found = index.FindSimilar(one with { Facts = one.Facts with { Id = Guid.NewGuid() } });
            Assert.Equal(1, found[0].Score, 1e-9);
            Assert.Equal(1, found.First(similar => similar.Id == one.Facts.Id).Score, 1e-9);
            foreach (var similar in index.FindSimilar(one))
                Assert.Equal(similar.Score, index.FindSimilar(plain.First(other => other.Facts.Id == similar.Id))
                    .First(back => back.Id == one.Facts.Id).Score, 1e-9);
        }
    }, iter: 150);

    [Fact]
    public void a_later_page_is_a_slice_of_all_results() =>
    Gen.Select(RandomFamilies.Families, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((families, skip, take) =>
    {
        var index = RandomFamilies.BuildIncrementally(families);
        Assert.Equal(index.FindSimilar(families[0]).Skip(skip).Take(take), index.FindTop(new(families[0]), skip, take));
    }, iter: 200);

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 1)]
    [InlineData(3, 24)]
    public void the_top_results_are_the_first_of_all_results(int seed, int take)
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
    public void the_same_model_adds_half_and_a_shared_mode_a_fifth()
    {
        string[][] texts = [["lighthouse", "fog"]];
        FamilyTerms CreateFamily(string? model, params string[] modes) => RandomFamilies.Create(Guid.NewGuid(), model, modes, 0, texts);
        var (query, all) = (CreateFamily("a", "fun", "custom"),
            new[] { CreateFamily("a", "speech"), CreateFamily("b", "custom"), CreateFamily("a", "custom", "fun"),
                CreateFamily(null), CreateFamily("b") });
        var found = SimilarityIndex.Empty.WithChanges(all, []).FindSimilar(query).ToDictionary(one => one.Id, one => one.Score);
        Assert.All([1.5, 1.2, 1.8, 1.0, 1.0], (boost, at) => Assert.Equal(boost, found[all[at].Facts.Id], 1e-9));
        // Two missing models do not count as the same model.
        Assert.All(SimilarityIndex.Empty.WithChanges(all, []).FindSimilar(CreateFamily(null)), one => Assert.Equal(1, one.Score, 1e-9));
    }

    [Fact]
    public void equal_scores_are_ordered_by_newest_then_smallest_id()
    {
        // The same words in other places: equal by the formula, though computed from other figures.
        string[] texts = ["lighthouse fog heron", "lighthouse dusk cat", "lighthouse rain neon"];
        var all = Enumerable.Range(0, 60)
            .Select(i => RandomFamilies.Create(new(60 - i, 0, 0, new byte[8]), null, [], i % 4, texts[i % 3].Split(' '))).ToList();
        var found = SimilarityIndex.Empty.WithChanges(all, []).FindSimilar(RandomFamilies.Create(99, "lighthouse"));
        Assert.Single(found.Select(one => one.Score).Distinct());
        Assert.Equal(all.OrderBy(family => family.Facts.TimeKey).ThenBy(family => family.Facts.Id).Select(family => family.Facts.Id),
            found.Select(one => one.Id));
    }

    private static void AssertFound(List<(Guid Id, double Score)> expected, IReadOnlyList<ScoredFamily> found)
    {
        Assert.Equal(expected.Select(one => one.Id), found.Select(one => one.Id));
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-8));
    }
}
