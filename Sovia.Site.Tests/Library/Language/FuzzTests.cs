using System.Diagnostics;
using Sovia.Library.Language;
using Sovia.Library.Search;
using Sovia.Tests.Library.Search;

namespace Sovia.Tests.Library.Language;

public sealed class FuzzTests : LanguageTest
{
    [Fact]
    public void a_hundred_thousand_random_searches_are_read_written_and_answered()
    {
        for (var seed = 0; seed < 100_000; seed++)
        {
            var random = new Random(seed);
            var search = RandomSearch.Next(random);
            var reading = Read(search);
            foreach (var row in Rows.All) Evaluation.Matches(reading.Term, row, Rows.Members);
            if (Read(reading.Canonical).Canonical != reading.Canonical) Assert.Fail($"Seed {seed}: {search} is written as {reading.Canonical}, and that otherwise.");
            _ = Highlights.Of(reading.Term).In(search).Count();
            _ = Completing.At(search, random.Next(search.Length + 1));
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
        var reading = Read(string.Concat(Enumerable.Repeat(part, 4000)));
        Assert.Equal(reading.Canonical, Read(reading.Canonical).Canonical);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
