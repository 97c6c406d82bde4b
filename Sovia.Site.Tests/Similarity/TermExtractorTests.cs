using System.Text;
using Sovia.Similarity;
using Sovia.Text;

namespace Sovia.Tests.Similarity;

public sealed class TermExtractorTests
{
    [Theory]
    [InlineData("A lighthouse at golden hour", "lighthouse|golden|golden hour|hour", "lighthouse golden")]
    [InlineData("The MAN who will die in the war", "man|die|war", "man die|die war")]
    [InlineData("ein Mann und die Frau am Meer", "mann|frau|meer", "mann frau|frau meer")]
    [InlineData("une femme dans la rue avec un chien", "femme|rue|chien", "femme rue|rue chien")]
    [InlineData("of the and", "", "")]
    public void stop_words_of_the_language_of_a_text_are_no_terms_and_pairs_go_past_them(string text, string named, string unnamed)
    {
        var lines = Encoding.UTF8.GetString(AnalyzedText.Analyze(text).PhraseText.Span);
        string[] wanted = named.Split('|', StringSplitOptions.RemoveEmptyEntries),
            others = unnamed.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), TermExtractor.ExtractNames(lines).Order(StringComparer.Ordinal));
        Assert.Equal(wanted.Concat(others).Select(term => TermExtractor.ComputeHash(term)).Order(), TermExtractor.ExtractFromLines(lines)
            .Order());
    }

    [Fact]
    public void a_text_counts_once_though_its_row_says_it_again_without_marks_and_with_the_words_that_capitals_mark()
    {
        string[] texts = ["Éclair über GoldenHour", "goldenhour Fog", "fog fog"];
        var lines = string.Join('\n', texts.Select(text => Encoding.UTF8.GetString(AnalyzedText.Analyze(text).PhraseText.Span)));
        Assert.Equal(TermExtractor.Extract([["éclair", "über", "goldenhour"], ["goldenhour", "fog"], ["fog", "fog"]]).Order(),
            TermExtractor.ExtractFromLines(lines).Order());
    }

    [Fact]
    public void no_pair_goes_from_one_text_into_the_next() =>
        Assert.DoesNotContain(TermExtractor.ComputeHash("fog heron"), TermExtractor.Extract([["fog"], ["heron"]]));

    [Theory]
    [InlineData(0, "made at the same time")]
    [InlineData(999_999, "made at the same time")]
    [InlineData(-1_000_000, "made 1 second later")]
    [InlineData(3 * 3600_000_000L, "made 3 hours earlier")]
    [InlineData(-1500 * 86400_000_000L, "made 1,500 days later")]
    public void how_far_apart_things_were_made_is_said_in_the_largest_unit(long older, string words) =>
    Assert.Equal(words, TimeDifferenceText.Describe(older));
}
