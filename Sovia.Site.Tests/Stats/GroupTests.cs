using Sovia.Curation;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Library.Families;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Query.Terms;
using Sovia.Stats;
using Sovia.Tests.Curation;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Stats;

/// <summary>Groups have what a plain look at every row finds, and each leads to a list of exactly that.</summary>
public sealed class GroupTests(SoviaHost host) : HostTest(host)
{
    private static readonly string[] Addresses =
        ["", "unit=post", "type=video", "liked=true", "model=imagine_h_1", "model=-imagine_h_1&unit=post", "search=dragon or rating:>=3",
            "tag=sea", "rating=-none&unit=post", "weekday=wed&hour=20,21", "size=medium,none", "month=2025-10&unit=post",
            "videos=2-5&search=-tag:sea", "search=\"dra"];

    [Theory]
    [InlineData(11, "UTC")]
    [InlineData(12, "Asia/Kolkata")]
    [InlineData(13, "America/New_York")]
    public async Task groups_match_plain_evaluation(int seed, string zone)
    {
        var (stacks, items) = await StoreRandomAsync(seed);
        foreach (var address in Addresses)
        {
            var query = LibraryQuery.Parse(address, Make.Start, TimeZones.FindById(zone)).Query;
            var rows = (query.Unit == ListUnit.Post ? items : stacks).Where(row => TermEvaluator.Matches(query.Term, row)).ToList();
            foreach (var facet in GroupableFacets.All.Where(facet => !facet.CountsValuesSeparately))
            {
                var table = await WithAsync((CountGroups groups) => groups.CountAsync(query, facet, null, default));
                Assert.Equal(rows.Count, table.Total);
                var terms = table.Groups.Select(group => facet.ToTerm(group.Value, query.Zone)).ToList();
                Assert.Equal(table.Groups
                    .Zip(terms, (group, term) => (address, group.Value, rows.Count(row => TermEvaluator.Matches(term, row)))),
                    table.Groups.Select(group => (address, group.Value, group.Count)));
                // Nothing is left out, but of types what is of none.
                Assert.All(rows.Where(row => facet.Parameter != "type" || row.Images + row.Videos > 0), row =>
                    Assert.Contains(terms, term => TermEvaluator.Matches(term, row)));
                foreach (var group in table.Groups) await VerifyQueryAsync(group, query);
            }
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task crossed_fields_match_plain_evaluation(int seed)
    {
        var (stacks, items) = await StoreRandomAsync(seed);
        (string, string)[] pairs = [("model", "mode"), ("rating", "tag"), ("tag", "model"), ("month", "liked"), ("weekday", "hour"),
            ("type", "size"), ("host", "rating"), ("day", "day"), ("mode", "mode"), ("videos", "duration")];
        foreach (var address in (string[])["", "unit=post", "tag=sea,none", "model=imagine_h_1&liked=true", "search=rating:>2"])
            foreach (var (one, other) in pairs)
            {
                var query = LibraryQuery.Parse(address, Make.Start, TimeZones.FindById("Europe/Berlin")).Query;
                var rows = (query.Unit == ListUnit.Post ? items : stacks).Where(row => TermEvaluator.Matches(query.Term, row)).ToList();
                var (by, across) = (GroupableFacets.Find(one)!, GroupableFacets.Find(other)!);
                var table = await WithAsync((CountGroups groups) => groups.CountAsync(query, by, across, default));
                int Count(string first, string? second) =>
                    rows.Count(row => TermEvaluator.Matches(by.ToTerm(first, query.Zone), row)
                        && (second is null || TermEvaluator.Matches(across.ToTerm(second, query.Zone), row)));
                foreach (var row in table.Groups)
                {
                    Assert.Equal((address, one, row.Value, Count(row.Value, null)), (address, one, row.Value, row.Count));
                    Assert.Equal(
                        table.Columns.Select(column => (address, row.Value, column.Value, Count(row.Value, column.Value)))
                        .Where(cell => cell.Item4 > 0),
                        row.Groups.Select(cell => (address, row.Value, cell.Value, cell.Count)));
                    foreach (var cell in row.Groups.Take(3)) await VerifyQueryAsync(cell, query);
                }
            }
    }

    [Fact]
    public async Task hidden_and_trashed_items_are_grouped_only_on_request()
    {
        var stills = Enumerable.Range(0, 5).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(stills);
        await ChangeAsync(new() { AddTags = ["sea"] }, [.. stills.Select(still => still.Id)]);
        await ChangeAsync(new() { Trashed = true }, stills[0].Id, stills[1].Id);
        await ChangeAsync(new() { Hidden = true }, stills[2].Id);
        foreach (var (address, count) in (IEnumerable<(string, int)>)[("", 2), ("unit=post", 2), ("search=is:trashed", 2),
            ("search=is:hidden", 1)])
            foreach (var by in (string[])["tag", "model", "month"])
            {
                var table = await WithAsync((CountGroups groups) =>
                    groups.CountAsync(LibraryQuery.Parse(address, Make.Start).Query, GroupableFacets.Find(by)!, null, default));
                Assert.Equal((address, by, count, count), (address, by, table.Total, Assert.Single(table.Groups).Count));
            }
    }

    private async Task VerifyQueryAsync(StatGroup group, LibraryQuery query)
    {
        var (listed, messages) = LibraryQuery.Parse(group.Query, Make.Start, query.ViewerZone);
        Assert.Empty(messages);
        Assert.Equal((group.Query, group.Count),
            (group.Query, await WithAsync((CountMatches count) => count.CountAsync(ResolvedQuery.From(listed), default))));
    }

    private async Task<(List<IndexRow> Stacks, List<IndexRow> Items)> StoreRandomAsync(int seed)
    {
        var (random, dice) = (new RandomTerms(seed), new Random(seed));
        var families = Enumerable.Range(0, 50).Select(_ => random.Family()).ToList();
        Post[] posts = [.. families.SelectMany(posts => posts)];
        await StoreAsync(posts);
        Guid[] Some(int of) => [.. posts.Where(_ => dice.Next(of) == 0).Select(post => post.Id)];
        await ChangeAsync(new() { Rating = 4 }, Some(5));
        await ChangeAsync(new() { Rating = 1 }, Some(9));
        await ChangeAsync(new() { AddTags = ["Sea"] }, Some(4));
        await ChangeAsync(new() { AddTags = ["sea", "Red sky, \"late\""] }, Some(8));
        await ChangeAsync(new() { AddTags = ["none"] }, Some(12));
        await ChangeAsync(new() { Liked = true }, Some(6));
        await ChangeAsync(new() { Liked = false }, Some(6));
        await using var session = Host.Store.QuerySession();
        var annotations = (await Marten.QueryableExtensions.ToListAsync(session.Query<Annotation>()))
            .ToDictionary(annotation => annotation.Id);
        return (
            families.ConvertAll(family => AnnotatedRows.BuildRow(IndexRowBuilder.BuildFamily(FamilyBuilder.Build(family), family), family,
                annotations)),
            [.. posts.Select(post => AnnotatedRows.BuildRow(IndexRowBuilder.BuildPost(post), [post], annotations))]);
    }
}
