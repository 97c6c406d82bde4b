using CsCheck;
using Sovia.Tests.Query.Language;
using Sovia.Text;

namespace Sovia.Tests.Text;

public sealed class WordTests
{
    [Fact]
    public void a_word_cut_again_is_the_same_word() => Gen.Int.Sample(
        seed => Assert.All(Tokenizer.GetWords(RandomSearch.Next(new Random(seed))), word => Assert.Equal([word], Tokenizer.GetWords(word))),
        iter: 20_000);

    [Fact]
    public void a_letter_parted_by_an_unseen_joiner_is_one_letter() => Assert.Equal(["é"], Tokenizer.GetWords("e\u200D\u0301"));

    [Theory]
    [InlineData("ΓΆΤΟΣ⑴")]
    [InlineData("ΓΆΤΟΣ\u037A")]
    [InlineData("\u037Aς")]
    public void a_run_that_becomes_several_words_ends_each_as_words_end(string run) =>
    Assert.All(Tokenizer.GetWords(run), word => Assert.Equal([word], Tokenizer.GetWords(word)));

    [Fact]
    public void a_word_cut_at_the_greatest_length_ends_as_words_end()
    {
        var word = Assert.Single(Tokenizer.GetWords(new string('σ', Tokenizer.MaxWordLength + 5)));
        Assert.Equal([word], Tokenizer.GetWords(word));
    }
}
