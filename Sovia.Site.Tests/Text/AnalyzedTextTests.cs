using System.Text;
using CsCheck;
using Sovia.Index;
using Sovia.Tests.Query.Language;
using Sovia.Text;

namespace Sovia.Tests.Text;

public sealed class AnalyzedTextTests
{
    private const int MostOfARow = 1 << 20;

    [Fact]
    public void lexemes_of_texts_are_all_words_and_stems_once_and_in_order() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            AnalyzedText[] texts = [.. Enumerable.Range(0, random.Next(6)).Select(_ => AnalyzedText.Analyze(RandomSearch.Next(random)))];
            string[] words = [.. texts.SelectMany(text => text.Words.Concat(text.WordsWithParts))];
            var bare = words.Where(word => TextFolding.RemoveDiacritics(word) != word)
                .Select(word => SearchLexemes.ForBareWord(TextFolding.RemoveDiacritics(word)));
            var expected = words.Concat(bare).Concat(words.Select(Stemmer.GetStemLexeme).OfType<string>()).Distinct()
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, AnalyzedText.UnionLexemes(texts));
        },
        iter: 5_000);

    [Fact]
    public void lines_are_its_words_with_a_space_around_each_then_without_marks_and_the_same_of_its_parts() => Gen.Int.Sample(
        seed =>
        {
            var text = AnalyzedText.Analyze("word " + RandomSearch.Next(new Random(seed)));
            string[] Lines(IReadOnlyList<string> words) =>
                words.Any(word => TextFolding.RemoveDiacritics(word) != word)
                ? [AnalyzedText.FormatPhrase(words), AnalyzedText.FormatPhraseWithoutDiacritics(words.Select(TextFolding.RemoveDiacritics))]
                : [AnalyzedText.FormatPhrase(words)];
            var expected = text.WordsWithParts.SequenceEqual(text.Words) ? Lines(text.Words)
                : [.. Lines(text.Words), .. Lines(text.WordsWithParts)];
            Assert.Equal(string.Join('\n', expected), Encoding.UTF8.GetString(text.PhraseText.Span));
        },
        iter: 5_000);

    [Fact]
    public void a_text_without_marks_and_capitals_within_words_takes_no_more_room()
    {
        var text = AnalyzedText.Analyze("Two DRAGONS over a Castle, close-up");
        Assert.Equal(" two dragons over a castle close up ", Encoding.UTF8.GetString(text.PhraseText.Span));
        Assert.Equal(["a", "castle", "close", "dragons", "over", "two", "up", "~castl", "~dragon"], text.Lexemes);
    }

    [Fact]
    public void a_word_with_marks_is_found_by_one_lexeme_more() =>
        Assert.Equal(["^cafe", "^ελληνικοσ", "^желтая", "blue", "café", "eyes", "~eye", "~желт", "ελληνικός", "жёлтая"],
            AnalyzedText.Analyze("Café Ελληνικός жёлтая blue_eyes").Lexemes);

    [Fact]
    public void lexemes_over_the_row_limit_are_dropped_from_the_end()
    {
        var first = AnalyzedText.Analyze(string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"first{i}")));
        var second = AnalyzedText.Analyze(string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"second{i}")));
        foreach (var lexemes in new[] { first.Lexemes, AnalyzedText.UnionLexemes([first, second]),
            AnalyzedText.UnionLexemes([second, first]) })
            Assert.InRange(lexemes.Sum(Encoding.UTF8.GetByteCount), 1, MostOfARow / 2);
        Assert.Contains("first0", AnalyzedText.UnionLexemes([first, second]));
        Assert.DoesNotContain("second59999", AnalyzedText.UnionLexemes([first, second]));
        Assert.Contains("second0", AnalyzedText.UnionLexemes([second, first]));
        // Said again and again, the same words take no more room.
        Assert.Contains("last", AnalyzedText.Analyze(string.Concat(Enumerable.Repeat("again and ", 100_000)) + "last").Lexemes);
    }
}
