namespace Sovia.Synthetic;

/// <summary>A language that prompts are written in.</summary>
/// <param name="Words">Its words, the common ones often.</param>
/// <param name="WordSeparator">What stands between words.</param>
/// <param name="Comma">What stands between parts of a sentence.</param>
/// <param name="SentenceEnd">What ends a sentence.</param>
internal sealed record PromptLanguage(WeightedChoice<string> Words, string WordSeparator, string Comma, string SentenceEnd)
{
    private static readonly PromptLanguage English = Spaced(SyntheticVocabulary.All);

    /// <summary>The language of a family.</summary>
    public static readonly WeightedChoice<PromptLanguage> Distribution = new(
        (English, 0.86),
        (Spaced(ForeignWords.German), 0.03),
        (Spaced(ForeignWords.Spanish), 0.03),
        (Spaced(ForeignWords.Russian), 0.02),
        (new(WeightedChoice<string>.CreateZipf(ForeignWords.Arabic), " ", "، ", ". "), 0.02),
        (Spaced(ForeignWords.Hebrew), 0.01),
        (new(WeightedChoice<string>.CreateZipf(ForeignWords.Japanese), "", "、", "。"), 0.015),
        (new(WeightedChoice<string>.CreateZipf(ForeignWords.Chinese), "", "，", "。"), 0.015));

    private static PromptLanguage Spaced(IEnumerable<string> words) => new(WeightedChoice<string>.CreateZipf(words), " ", ", ", ". ");
}
