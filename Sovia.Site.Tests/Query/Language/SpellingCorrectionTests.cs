using Sovia.Query.Language;

namespace Sovia.Tests.Query.Language;

public sealed class SpellingCorrectionTests : LanguageTest
{
    [Theory]
    [InlineData("dragn castle", "dragn castle")]
    [InlineData("=dragn \"red castel\" red", "dragn red castel")]
    [InlineData("a (b or c) -d e*", "a")]
    [InlineData("close-upp dragn_w*", "close upp dragn")]
    [InlineData("a or b", "")]
    [InlineData("model:dragn", "")]
    public void only_required_words_are_corrected(string search, string words) =>
        Assert.Equal(words, string.Join(' ', SpellingCorrection.GetRequiredWords(Read(search).Term)));

    [Theory]
    [InlineData("Dragn castle", "dragon castle")]
    [InlineData("-model:dragn =dragn", "-model:dragn =dragon")]
    [InlineData("\"red dragn\" or (dragn)", "\"red dragon\" or (dragon)")]
    [InlineData("dragnfly", "dragnfly")]
    public void the_correction_replaces_the_misspelt_word(string search, string corrected) =>
    Assert.Equal(corrected, SpellingCorrection.ReplaceWord(search, "dragn", "dragon"));
}
