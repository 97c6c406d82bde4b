namespace Sovia.Seeding;

/// <summary>A language that prompts are written in.</summary>
/// <param name="Words">Its words, the common ones often.</param>
/// <param name="Space">What stands between words.</param>
/// <param name="Comma">What stands between parts of a sentence.</param>
/// <param name="Stop">What ends a sentence.</param>
internal sealed record Tongue(Odds<string> Words, string Space, string Comma, string Stop)
{
    private static readonly Tongue English = Spaced(Vocabulary.All);

    /// <summary>The language of a family.</summary>
    public static readonly Odds<Tongue> All = new(
        (English, 0.86),
        (Spaced(ForeignWords.German), 0.03),
        (Spaced(ForeignWords.Spanish), 0.03),
        (Spaced(ForeignWords.Russian), 0.02),
        (new(Odds<string>.Zipf(ForeignWords.Arabic), " ", "، ", ". "), 0.02),
        (Spaced(ForeignWords.Hebrew), 0.01),
        (new(Odds<string>.Zipf(ForeignWords.Japanese), "", "、", "。"), 0.015),
        (new(Odds<string>.Zipf(ForeignWords.Chinese), "", "，", "。"), 0.015));

    private static Tongue Spaced(IEnumerable<string> words) => new(Odds<string>.Zipf(words), " ", ", ", ". ");
}
