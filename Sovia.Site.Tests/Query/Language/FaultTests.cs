using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Tests.Query.Terms;

namespace Sovia.Tests.Query.Language;

public sealed class FaultTests : LanguageTest
{
    [Theory]
    [InlineData("(a b", "[a b]", 0, 1, "Missing closing")]
    [InlineData("a) b", "[a b]", 1, 1, "Unmatched")]
    [InlineData("a () b", "[a b]", 2, 1, "Empty parentheses")]
    [InlineData("a \"red dragon", "[a \"red dragon\"]", 2, 11, "Missing closing")]
    [InlineData("a \"\"", "a", 2, 2, "Empty quotes")]
    [InlineData("mode:\"my best", "mode:my best", 5, 8, "Missing closing")]
    [InlineData("or a", "a", 0, 2, "both sides")]
    [InlineData("a or", "a", 2, 2, "both sides")]
    [InlineData("a | or b", "{a b}", 2, 1, "both sides")]
    [InlineData("a or or b", "{a b}", 2, 2, "both sides")]
    [InlineData("(a or) b", "[a b]", 3, 2, "both sides")]
    [InlineData("a - b", "[a b]", 2, 1, "directly followed")]
    [InlineData("a -", "a", 2, 1, "directly followed")]
    [InlineData("(a -)", "a", 3, 1, "directly followed")]
    [InlineData("a !!! b", "[a b]", 2, 3, "“!!!”")]
    [InlineData("* a", "a", 0, 1, "“*”")]
    [InlineData("dr*gon", "dr-gon", 0, 6, "end of a word")]
    public void a_mistake_is_reported_with_its_position(string search, string meaning, int start, int length, string says) =>
        AssertMessage(search, meaning, start, length, says);

    [Theory]
    [InlineData("a type:picure", "a", 7, 6, "image, video")]
    [InlineData("a -type:x", "a", 8, 1, "“x”")]
    [InlineData("type:image,x", "kind:Image", 11, 1, "“x”")]
    [InlineData("a type:", "a", 2, 5, "type:image")]
    [InlineData("model:a, b", "[model:a b]", 0, 8, "without spaces")]
    [InlineData("videos:many a", "a", 7, 4, "isn't a number")]
    [InlineData("videos:-1", "[]", 7, 2, "isn't a number")]
    [InlineData("videos:.. a", "a", 7, 2, "isn't a number")]
    [InlineData("videos:9999999999 a", "a", 7, 10, "isn't a number")]
    [InlineData("videos:5..2", "Videos:2..5", 7, 4, "Range reversed")]
    [InlineData("date:2025-13", "[]", 5, 7, "2025-10")]
    [InlineData("date:2025..2024", "made:2024-01-01..2026-01-01", 5, 10, "Range reversed")]
    [InlineData("id:abc a", "a", 3, 3, "first 4")]
    [InlineData("import:abc a", "a", 7, 3, "isn't an import")]
    [InlineData("a foo:bar", "[a foo-bar]", 2, 7, "“foo:”")]
    [InlineData("foo:\"bar baz\"", "foo-bar-baz", 0, 13, "isn't a filter")]
    [InlineData("http://x", "http-x", 0, 8, "“http:”")]
    [InlineData("modle:x", "modle-x", 0, 7, "Did you mean model:?")]
    [InlineData("colection:x", "colection-x", 0, 11, "Search help")]
    public void a_metatag_s_fault_names_it_and_the_cure(string search, string meaning, int start, int length, string says) =>
        AssertMessage(search, meaning, start, length, says);

    [Theory]
    [InlineData("in:\"my best\"", "[]", "my best")]
    [InlineData("a -in:b,c", "a", "b", "c")]
    [InlineData("(a IN:x) b", "[a b]", "x")]
    public void a_collection_is_said_not_to_be_there_and_the_rest_counts(string search, string meaning, params string[] names)
    {
        Assert.Equal(meaning, Meaning(search));
        Assert.Equal(names.Select(name => $"No collection is called “{name}”, so “in:” was ignored."),
            Read(search).Messages.Select(searchMessage => searchMessage.Text));
        Assert.Equal(search, LibraryQuery.Parse($"search={Uri.EscapeDataString(search)}", Now).Query.SearchText);
    }

    [Fact]
    public void a_name_with_a_colon_and_nothing_behind_it_is_a_word()
    {
        Assert.Equal("[remark a cat]", Meaning("Remark: a cat"));
        Assert.Empty(Read("Remark: a cat").Messages);
    }

    [Fact]
    public void groups_nested_too_deeply_are_ignored() =>
        AssertMessage("x " + new string('(', 21) + "a (b)" + new string(')', 21), "x", 22, 1, "20");

    [Fact]
    public void terms_over_the_limit_are_ignored()
    {
        var words = Enumerable.Range(0, 120).Select(number => $"w{number:000}").ToList();
        AssertMessage(string.Join(' ', words), $"[{string.Join(' ', words.Take(100))}]", 500, 4, "100 terms");
        AssertMessage(string.Join(' ', words.Take(99)) + " (id:aaaa,bbbb", $"[{string.Join(' ', words.Take(99))}]", 496, 12, "100 terms");
    }

    [Fact]
    public void only_the_first_characters_are_read() =>
        AssertMessage(new string('x', 50) + new string(' ', ParsedSearch.MaxLength) + "a", new string('x', 50), 4000, 51, "4,000");

    [Fact]
    public void text_that_expands_is_truncated_to_a_readable_length()
    {
        // One character that stands for four words.
        var parsedSearch = Read(string.Join(' ', Enumerable.Repeat("\uFDFA", 90).Concat(Enumerable.Repeat(new string('\uFDFA', 40), 80))));
        Assert.InRange(parsedSearch.Canonical.Length, 1, ParsedSearch.MaxLength);
        Assert.Contains(parsedSearch.Messages, searchMessage => searchMessage.Text.Contains("too long", StringComparison.Ordinal));
        Assert.Equal(TermText.Format(parsedSearch.Term), Meaning(parsedSearch.Canonical));
    }

    [Fact]
    public void characters_that_postgresql_rejects_are_replaced() =>
        Assert.Equal("[mode:a\uFFFDb c =d]", Meaning("mode:a\0b c\uD800 \"d\uDC00\""));

    private static void AssertMessage(string search, string meaning, int start, int length, string says)
    {
        Assert.Equal(meaning, Meaning(search));
        var searchMessage = Read(search).Messages[0];
        Assert.Equal((start, length), (searchMessage.Start, searchMessage.Length));
        Assert.Contains(says, searchMessage.Text, StringComparison.Ordinal);
        Assert.All(Read(search).Messages, each => Assert.InRange(each.Start + each.Length, 0, search.Length));
    }
}
