using System.Text;
using CsCheck;
using Sovia.Library.Search;
using Sovia.Tests.Library.Language;

namespace Sovia.Tests.Library.Search;

public sealed class CutTextTests
{
    private const int MostOfARow = 1 << 20;

    [Fact]
    public void lexemes_of_texts_are_all_words_and_stems_once_and_in_order() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            CutText[] texts = [.. Enumerable.Range(0, random.Next(6)).Select(_ => CutText.Of(RandomSearch.Next(random)))];
            string[] words = [.. texts.SelectMany(text => text.Words.Concat(text.Parts))];
            var bare = words.Where(word => Fold.Bare(word) != word).Select(word => Lexemes.Bare(Fold.Bare(word)));
            var expected = words.Concat(bare).Concat(words.Select(Stem.LexemeOf).OfType<string>()).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(expected, CutText.LexemesOf(texts));
        },
        iter: 5_000);

    [Fact]
    public void lines_are_its_words_with_a_space_around_each_then_without_marks_and_the_same_of_its_parts() => Gen.Int.Sample(
        seed =>
        {
            var text = CutText.Of("word " + RandomSearch.Next(new Random(seed)));
            string[] Lines(IReadOnlyList<string> words) => words.Any(word => Fold.Bare(word) != word) ? [CutText.LineOf(words), CutText.BareLineOf(words.Select(Fold.Bare))] : [CutText.LineOf(words)];
            var expected = text.Parts.SequenceEqual(text.Words) ? Lines(text.Words) : [.. Lines(text.Words), .. Lines(text.Parts)];
            Assert.Equal(string.Join('\n', expected), Encoding.UTF8.GetString(text.Line.Span));
        },
        iter: 5_000);

    [Fact]
    public void a_text_without_marks_and_capitals_within_words_takes_no_more_room()
    {
        var text = CutText.Of("Two DRAGONS over a Castle, close-up");
        Assert.Equal(" two dragons over a castle close up ", Encoding.UTF8.GetString(text.Line.Span));
        Assert.Equal(["a", "castle", "close", "dragons", "over", "two", "up", "~castl", "~dragon"], text.Lexemes);
    }

    [Fact]
    public void a_word_with_marks_is_found_by_one_lexeme_more() =>
        Assert.Equal(["^cafe", "^ελληνικοσ", "^желтая", "blue", "café", "eyes", "~eye", "~желт", "ελληνικός", "жёлтая"], CutText.Of("Café Ελληνικός жёлтая blue_eyes").Lexemes);

    [Fact]
    public void what_a_row_cannot_hold_is_left_out_from_behind()
    {
        var first = CutText.Of(string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"first{i}")));
        var second = CutText.Of(string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"second{i}")));
        foreach (var lexemes in new[] { first.Lexemes, CutText.LexemesOf([first, second]), CutText.LexemesOf([second, first]) })
            Assert.InRange(lexemes.Sum(Encoding.UTF8.GetByteCount), 1, MostOfARow / 2);
        Assert.Contains("first0", CutText.LexemesOf([first, second]));
        Assert.DoesNotContain("second59999", CutText.LexemesOf([first, second]));
        Assert.Contains("second0", CutText.LexemesOf([second, first]));
        // Said again and again, the same words take no more room.
        Assert.Contains("last", CutText.Of(string.Concat(Enumerable.Repeat("again and ", 100_000)) + "last").Lexemes);
    }
}
