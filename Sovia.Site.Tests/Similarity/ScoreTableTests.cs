using System.Globalization;
using Sovia.Similarity;
using Sovia.Text;

namespace Sovia.Tests.Similarity;

/// <summary>
/// Scores that scikit-learn 1.2.1 gave: <c>cosine_similarity(TfidfVectorizer(ngram_range=(1, 2),
/// stop_words="english").fit_transform(prompts))</c>.
/// </summary>
public sealed class ScoreTableTests
{
    private static readonly string[] Prompts =
    [
        "A lighthouse at golden hour, golden light on the golden sea",
        "The lighthouse keeper walks home in the fog",
        "Golden hour over the harbour with fishing boats",
        "A cat sleeping at the window while rain falls",
        "Rain on the window, neon light, night city",
        "Neon city at night, rain, slow dolly in",
        "Slow dolly towards the lighthouse in a storm",
        "Fishing boats leave the harbour in the storm, storm waves",
        "A heron stands in the fog",
        "Portrait of an old fishing captain, golden light",
    ];

    private const string Scores = """
        1.000000,0.052817,0.329006,0.000000,0.050657,0.000000,0.065123,0.000000,0.000000,0.263232
        0.052817,1.000000,0.000000,0.000000,0.000000,0.000000,0.082409,0.000000,0.115593,0.000000
        0.329006,0.000000,1.000000,0.000000,0.000000,0.000000,0.000000,0.295588,0.000000,0.139329
        0.000000,0.000000,0.000000,1.000000,0.147852,0.064491,0.000000,0.000000,0.000000,0.000000
        0.050657,0.000000,0.000000,0.147852,1.000000,0.304278,0.000000,0.000000,0.000000,0.060205
        0.000000,0.000000,0.000000,0.064491,0.304278,1.000000,0.311656,0.000000,0.000000,0.000000
        0.065123,0.082409,0.000000,0.000000,0.000000,0.311656,1.000000,0.174431,0.000000,0.000000
        0.000000,0.000000,0.295588,0.000000,0.000000,0.000000,0.174431,1.000000,0.000000,0.050850
        0.000000,0.115593,0.000000,0.000000,0.000000,0.000000,0.000000,0.000000,1.000000,0.000000
        0.263232,0.000000,0.139329,0.000000,0.060205,0.000000,0.000000,0.050850,0.000000,1.000000
        """;

    [Fact]
    public void scores_are_those_of_scikit_learn()
    {
        var families = Prompts.Select((prompt, number) =>
            RandomFamilies.Create(number, string.Join(' ', Tokenizer.GetWords(prompt)))).ToList();
        var index = SimilarityIndex.Empty.WithChanges(families, []);
        var table = Scores.Split('\n').Select(line => line.Split(',').Select(score => double.Parse(score, CultureInfo.InvariantCulture))
            .ToArray()).ToArray();
        for (var one = 0; one < families.Count; one++)
        {
            // The query is a copy with another ID, because results exclude the queried family.
            var found = index.FindSimilar(families[one] with { Facts = families[one].Facts with { Id = Guid.NewGuid() } })
                .ToDictionary(similar => similar.Id, similar => similar.Score);
            for (var other = 0; other < families.Count; other++)
                Assert.Equal(table[one][other], found.GetValueOrDefault(families[other].Facts.Id), 1e-6);
        }
    }
}
