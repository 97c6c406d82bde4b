using CsCheck;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Tests.Query.Language;
using Sovia.Tests.Query.Terms;

namespace Sovia.Tests.Query;

public sealed class QueryRoundTripTests
{
    private static readonly DateTimeOffset Now = new(2025, 10, 18, 15, 30, 0, TimeSpan.Zero);

    private static readonly string[] Values =
    [
        "image", "video", "-video", "all", "true", "-false", "unknown", "none", "-none", "\"none\"", "a", "A", "-a", "--a", "a,b,-c", "a b",
        " a ", "\"a,b\"", "\"x", "-\"y\"z,q", "2025-10", "2025-1",
        "0", "2-5", "21+", "21 ", "any", "Asia/Tokyo", "Etc/GMT+3", "Mars/Olympus", "safe", "missing", "random", "model", "date_asc",
        "post", "family", "7", "-7", "99999999999", "", ",", "-", "é&=+%#?", "猫", "\0", "\uD800",
        "\u0013a", "a\u0013", " \u0085a\u0013 ", "-\u0013a", "\"\u0013\"", "\u0013", new('x', 5000),
    ];

    private static readonly Gen<LibraryQuery> Queries = Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        var names = Facet.All.Select(facet => facet.Parameter).Concat(["search", "search", "search", "sort", "seed", "unit", "tz", "else"])
            .ToArray();
        return LibraryQuery.Parse(
            Enumerable.Range(0, random.Next(8)).Select(_ => names[random.Next(names.Length)]).Select(name =>
                new KeyValuePair<string, string>(name, name == "search" || random.Next(9) == 0 ? RandomSearch.Next(random)
                    : Values[random.Next(Values.Length)])).ToList(),
            Now).Query;
    });

    [Fact]
    public void an_address_reads_as_the_query_that_wrote_it() => Queries.Sample(
        query =>
        {
            var (again, messages) = LibraryQuery.Parse(query.ToQueryString(), Now);
            Assert.Empty(messages);
            Assert.Equal(query.ToQueryString(), again.ToQueryString());
            Assert.Equal(TermText.Format(query.Term), TermText.Format(again.Term));
            Assert.Equal((query.Sort, query.Seed, query.Unit, query.FilterKey), (again.Sort, again.Seed, again.Unit, again.FilterKey));
            Assert.Equal(query, again);
            Assert.Matches("^[A-Za-z0-9._~:,*()/@!%&=-]*$", query.ToQueryString());
        },
        iter: 10_000);

    [Fact]
    public void taking_every_chip_away_leaves_nothing_narrowed() => Queries.Sample(
        query =>
        {
            var left = query;
            while (left.Chips.FirstOrDefault() is { } filterChip) left = filterChip.Without;
            Assert.Equal(query.WithoutFilters, left);
        },
        iter: 2_000);

    [Fact]
    public void the_order_of_parameters_and_values_does_not_matter() => Queries.Sample(
        query => Assert.Equal(query, LibraryQuery.Parse(query.Parameters.Reverse(), Now).Query),
        iter: 2_000);
}
