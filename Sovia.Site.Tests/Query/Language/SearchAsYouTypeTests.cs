using CsCheck;
using Sovia.Query.Language;
using Sovia.Tests.Query.Terms;

namespace Sovia.Tests.Query.Language;

public sealed class SearchAsYouTypeTests : LanguageTest
{
    [Theory]
    [InlineData("harb", "{harb harb*}")]
    [InlineData("Café harb", "[café {harb harb*}]")]
    [InlineData("type:video har", "[kind:Video {har har*}]")]
    [InlineData("a or harb", "{a harb harb*}")]
    [InlineData("(a har", "[a {har har*}]")]
    [InlineData("close-u", "close-u*")]
    [InlineData("blue_e", "blue-e*")]
    [InlineData("猫cat", "猫-cat*")]
    [InlineData("ёл", "{ёл ёл*}")]
    public void the_last_word_matches_as_a_prefix(string typed, string meaning) =>
    Assert.Equal(meaning, Meaning(SearchAsYouType.ExpandLastWord(typed)));

    [Theory]
    [InlineData("")]
    [InlineData("harb ")]
    [InlineData("harb,")]
    [InlineData("blue_")]
    [InlineData("=harb")]
    [InlineData("harb*")]
    [InlineData("\"red harb")]
    [InlineData("\"red\"")]
    [InlineData("dragon -har")]
    [InlineData("model:imag")]
    [InlineData("(harb)")]
    [InlineData("dragon or")]
    [InlineData("猫耳")]
    [InlineData("🐉")]
    public void only_a_bare_last_word_is_expanded(string typed) => Assert.Equal(typed, SearchAsYouType.ExpandLastWord(typed));

    [Fact]
    public void whatever_is_typed_means_something_and_is_found_again_by_its_address() => Gen.Int.Sample(
        seed =>
        {
            var open = Read(SearchAsYouType.ExpandLastWord(RandomSearch.Next(new Random(seed))));
            Assert.Equal(TermText.Format(open.Term), TermText.Format(Read(open.Canonical).Term));
        },
        iter: 10_000);
}
