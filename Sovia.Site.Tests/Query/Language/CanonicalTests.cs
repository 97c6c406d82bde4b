using CsCheck;
using Sovia.Tests.Query.Terms;

namespace Sovia.Tests.Query.Language;

public sealed class CanonicalTests : LanguageTest
{
    private static readonly Gen<string> Searches = Gen.Int.Select(seed => RandomSearch.Next(new Random(seed)));

    [Fact]
    public void the_canonical_form_reads_as_the_same_without_fault_and_prints_as_itself() => Searches.Sample(
        search =>
        {
            var parsedSearch = Read(search);
            var again = Read(parsedSearch.Canonical);
            Assert.Empty(again.Messages);
            Assert.Equal(TermText.Format(parsedSearch.Term), TermText.Format(again.Term));
            Assert.Equal(parsedSearch.Canonical, again.Canonical);
        },
        iter: 20_000);

    [Fact]
    public void a_fault_lies_within_the_text_and_the_texts_say_something() => Searches.Sample(
        search => Assert.All(Read(search).Messages, searchMessage =>
        {
            Assert.InRange(searchMessage.Start, 0, search.Length);
            Assert.InRange(searchMessage.Length, 0, search.Length - searchMessage.Start);
            Assert.EndsWith(".", searchMessage.Text, StringComparison.Ordinal);
        }),
        iter: 5_000);

    [Theory]
    [InlineData("dragon   castle", " Dragon castle ", "dragon castle")]
    [InlineData("((a)) or (b or c)", "a OR b | c", "a or b or c")]
    [InlineData("a (b c) d", "a b c d", "a b c d")]
    [InlineData("(a or b) c", "( (a)|b )c", "(a or b) c")]
    [InlineData("-(a)", "-a", "-a")]
    [InlineData("(a b) or c", "a b or c", "a b or c")]
    [InlineData("TYPE:Video", "type:video", "type:video")]
    [InlineData("liked:yes", "liked:true", "liked:true")]
    [InlineData("videos:3..", "videos:>=3", "videos:>=3")]
    [InlineData("date:2025-9-1..2025-09-01", "date:2025-09-01", "date:2025-09-01")]
    [InlineData("\"dragon\"", "=dragon", "=dragon")]
    [InlineData("close-up", "Close_Up", "close-up")]
    [InlineData("=close-up", "\"Close up\"", "\"close up\"")]
    [InlineData("猫耳-cat*", "猫_耳_Cat*", "猫-耳-cat*")]
    [InlineData("猫耳", "\"猫 耳\"", "猫耳")]
    [InlineData("seed:\"a\"", "seed:a", "seed:a")]
    public void equivalent_searches_have_one_canonical_form(string one, string other, string canonical)
    {
        Assert.Equal(canonical, Read(one).Canonical);
        Assert.Equal(canonical, Read(other).Canonical);
    }
}
