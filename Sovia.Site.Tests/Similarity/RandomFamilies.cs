using CsCheck;
using Sovia.Similarity;

namespace Sovia.Tests.Similarity;

/// <summary>Families of few words, models, modes and days, so that much is shared and scores are often equal.</summary>
internal static class RandomFamilies
{
    private static readonly string[] Vocabulary =
        ["lighthouse", "heron", "fog", "harbour", "dusk", "golden", "hour", "storm", "cat", "window", "rain", "neon"];

    public static readonly Gen<string[]> Text = Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[0, 9]
        .Select(words => words);

    public static readonly Gen<FamilyTerms> Family = Gen.Select(
        Gen.Guid, Gen.Int[0, 3], Gen.Int[0, 2].Select(i => i switch { 0 => "a", 1 => "b", _ => null }),
        Gen.Bool.Select(fun => fun ? "fun" : "custom").Array[0, 2], Text.Array[0, 3],
        (id, day, model, modes, texts) => Create(id, model, [.. modes.Distinct()], day, texts));

    public static readonly Gen<FamilyTerms[]> Families = Family.Array[1, 30];

    /// <summary>A family.</summary>
    public static FamilyTerms Create(Guid id, string? model, string[] modes, long age, params string[][] texts) =>
        new(new(id, age, model, modes), TermExtractor.Extract(texts));

    /// <summary>A family of one text.</summary>
    /// <param name="number">The number that its id ends with.</param>
    /// <param name="text">The text.</param>
    public static FamilyTerms Create(int number, string text) => Create(new(number, 0, 0, new byte[8]), null, [], 0, text.Split(' '));

    /// <summary>The index of some batches of families.</summary>
    public static SimilarityIndex Build(params FamilyTerms[][] batches) =>
        SimilarityIndex.BuildAsync([.. batches.Select(batch => new FamilyBatch(batch))]).GetAwaiter().GetResult();

    /// <summary>Builds an index from some of the families and then adds, changes and removes others.</summary>
    public static SimilarityIndex BuildIncrementally(IReadOnlyList<FamilyTerms> families)
    {
        var half = families.Count / 2;
        // The first of those that stay was something else before.
        var before = families.Take(half).Select((family, at) => at == 0
            ? family with { Terms = TermExtractor.Extract([["storm", "cat", "otherwise"]]) } : family);
        var strangers = families.Take(3).Select(family => family with { Facts = family.Facts with { Id = Guid.NewGuid() } }).ToList();
        var index = Build([.. before, .. strangers.Take(2)], []);
        index = index.WithChanges([.. families.Skip(half).Take(2), .. strangers.Skip(2)],
            [.. strangers.Take(1).Select(family => family.Facts.Id)]);
        return index.WithChanges([.. families.Take(half > 0 ? 1 : 0), .. families.Skip(half + 2)],
            [.. strangers.Select(family => family.Facts.Id)]);
    }

    /// <summary>Returns all results for the given families.</summary>
    public static IReadOnlyList<ScoredFamily> FindSimilar(this SimilarityIndex index, params FamilyTerms[] families) =>
        index.FindTop(new(families), 0, 1_000);

    /// <summary>Selects the values to compare between the results of two indexes.</summary>
    public static IEnumerable<(Guid, double, bool, bool)> SelectScores(this IEnumerable<ScoredFamily> found) =>
        found.Select(one => (one.Id, one.Score, one.SameModel, one.SharedMode));
}
