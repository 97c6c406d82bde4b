namespace Sovia.Synthetic;

/// <summary>A language of prompts.</summary>
/// <param name="Words">The words, by frequency.</param>
/// <param name="WordSeparator">The separator between words.</param>
/// <param name="Comma">The separator between parts of a sentence.</param>
/// <param name="SentenceEnd">The end of a sentence.</param>
internal sealed record PromptLanguage(WeightedChoice<string> Words, string WordSeparator, string Comma, string SentenceEnd)
{
    private static readonly PromptLanguage English = CreateSpaced(SyntheticVocabulary.All);

    /// <summary>The distribution of families over languages.</summary>
    public static readonly WeightedChoice<PromptLanguage> Distribution = new(
        (English, 0.86),
        (CreateSpaced(ForeignWords.German), 0.03),
        (CreateSpaced(ForeignWords.Spanish), 0.03),
        (CreateSpaced(ForeignWords.Russian), 0.02),
        (new(WeightedChoice<string>.CreateZipf(ForeignWords.Arabic), " ", "، ", ". "), 0.02),
        (CreateSpaced(ForeignWords.Hebrew), 0.01),
        (new(WeightedChoice<string>.CreateZipf(ForeignWords.Japanese), "", "、", "。"), 0.015),
        (new(WeightedChoice<string>.CreateZipf(ForeignWords.Chinese), "", "，", "。"), 0.015));

    private static PromptLanguage CreateSpaced(IEnumerable<string> words) => new(WeightedChoice<string>.CreateZipf(words), " ", ", ", ". ");
}
