using System.Diagnostics;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Tests.Index;

namespace Sovia.Tests.Query.Language;

public sealed class FuzzTests : LanguageTest
{
    [Fact]
    public void a_hundred_thousand_random_searches_are_read_written_and_answered()
    {
        for (var seed = 0; seed < 100_000; seed++)
        {
            var random = new Random(seed);
            var search = RandomSearch.Next(random);
            var parsedSearch = Read(search);
            foreach (var row in Rows.All) TermEvaluator.Matches(parsedSearch.Term, row, Rows.Members);
            if (Read(parsedSearch.Canonical).Canonical != parsedSearch.Canonical)
                Assert.Fail($"Seed {seed}: {search} is written as {parsedSearch.Canonical}, and that otherwise.");
            _ = SearchHighlighter.Create(parsedSearch.Term).FindRanges(search).Count();
            _ = CompletionContext.FromCaret(search, random.Next(search.Length + 1));
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-(")]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("a|")]
    [InlineData("a\"b\"")]
    [InlineData("(a)")]
    [InlineData("model:")]
    [InlineData("model:\"a\",")]
    [InlineData("in:a,")]
    [InlineData("\uFDFA")]
    [InlineData("\uFDFA ")]
    [InlineData("-(a or ")]
    public void the_same_thing_over_and_over_ends(string part)
    {
        var watch = Stopwatch.StartNew();
        var parsedSearch = Read(string.Concat(Enumerable.Repeat(part, 4000)));
        Assert.Equal(parsedSearch.Canonical, Read(parsedSearch.Canonical).Canonical);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
