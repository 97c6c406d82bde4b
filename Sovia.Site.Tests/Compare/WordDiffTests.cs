using CsCheck;
using Sovia.Compare;

namespace Sovia.Tests.Compare;

public sealed class WordDiffTests
{
    private static readonly string[] Words = ["a", "red", "red-haired", "fox", "fox’s", " ", "  ", "\n", ",", "Ünïcödé", "狐", "と", "🦊",
        "🦁", "👨‍👩‍👧", "e\u0301", "\u202E", "نمر", "1,5"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(word => Words[word]);

    [Fact]
    public void without_what_was_added_it_is_the_first_text_and_without_what_was_removed_the_second() =>
        Gen.Select(Word.Array[0, 40], Word.Array[0, 40]).Sample((one, other) =>
        {
            var (before, after) = (string.Concat(one), string.Concat(other));
            var difference = WordDiff.Compute(before, after);
            Assert.Equal(before, Text(difference, WordChange.Added));
            Assert.Equal(after, Text(difference, WordChange.Removed));
            Assert.Equal(before == after, difference.IsSame);
            // No piece ends in the middle of a character.
            Assert.All(difference.Pieces, piece =>
                Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(piece.Text))));
        });

    [Theory]
    [InlineData("a red fox in snow", "a blue fox in snow", 1, "a [-red][+blue] fox in snow")]
    [InlineData("a fox", "a fox at night", 2, "a fox[+ at night]")]
    [InlineData("a red fox", "a fox", 1, "a [-red ]fox")]
    [InlineData("A fox", "a fox", 1, "[-A][+a] fox")]
    [InlineData("a fox’s den", "a fox den", 1, "a [-fox’s][+fox] den")]
    [InlineData("赤い狐", "青い狐", 1, "[-赤][+青]い狐")]
    [InlineData("fox 🦊", "fox 🦁", 1, "fox [-🦊][+🦁]")]
    [InlineData("a red fox, asleep", "a blue wolf, asleep", 2, "a [-red fox][+blue wolf], asleep")]
    [InlineData("", "two words", 2, "[+two words]")]
    [InlineData("same", "same", 0, "same")]
    public void words_that_differ_are_marked_and_counted(string before, string after, int changed, string marked)
    {
        var difference = WordDiff.Compute(before, after);
        Assert.Equal(changed, difference.ChangedWords);
        Assert.Equal(marked,
            string.Concat(difference.Pieces
                .Select(piece => piece.Change switch
                {
                    WordChange.Removed => $"[-{piece.Text}]",
                    WordChange.Added => $"[+{piece.Text}]",
                    _ => piece.Text
                })));
    }

    [Fact]
    public void texts_of_any_length_are_compared_in_no_time_and_lose_nothing()
    {
        var before = string.Join(' ', Enumerable.Range(0, 30_000).Select(word => $"a{word}"));
        var after = string.Join(' ', Enumerable.Range(0, 30_000).Select(word => $"b{word}"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var difference = WordDiff.Compute(before, after);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        Assert.True(difference.IsTruncated);
        Assert.Equal(before, Text(difference, WordChange.Added));
        Assert.Equal(after, Text(difference, WordChange.Removed));
    }

    private static string Text(WordDiff difference, WordChange without) =>
        string.Concat(difference.Pieces.Where(piece => piece.Change != without).Select(piece => piece.Text));
}
