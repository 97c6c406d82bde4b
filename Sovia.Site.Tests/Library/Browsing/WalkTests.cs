using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library.Browsing;

/// <summary>Every order is walked to its end and back without meeting anything twice or missing anything.</summary>
public sealed class WalkTests(SoviaHost host) : HostTest(host)
{
    public static TheoryData<string> Addresses =>
        [.. from sort in SortBy.All from unit in QueryParameterNames.Units select $"sort={sort.Name}&unit={unit.Name}&seed=5"];

    [Theory, MemberData(nameof(Addresses))]
    public async Task a_walk_down_meets_everything_once_and_a_walk_up_meets_it_again(string address)
    {
        var random = new RandomTerms(3);
        var posts = Enumerable.Range(0, 60).SelectMany(_ => random.Family()).ToArray();
        await StoreAsync(posts);
        var list = ResolvedQuery.From(LibraryQuery.Parse(address, Make.Start).Query);
        List<Guid> down = [], up = [];
        Cursor? before = null;
        for (var pagePosition = PagePosition.Top; pagePosition is not null;)
        {
            var page = await PageAsync(list, pagePosition);
            down.AddRange(page.Families.Select(family => family.Id));
            before = page.Before;
            pagePosition = page.After is { } after ? new(After: after) : null;
        }
        var last = down.Count % FamilyPage.Size is var rest && rest == 0 ? FamilyPage.Size : rest;
        up.AddRange(down.TakeLast(last));
        for (; before is not null;)
        {
            var page = await PageAsync(list, new(Before: before));
            up.InsertRange(0, page.Families.Select(family => family.Id));
            before = page.Before;
        }
        Assert.Equal(list.Unit == ListUnit.Post ? posts.Length : 60, down.Distinct().Count());
        Assert.Equal(down.Distinct(), down);
        Assert.Equal(down, up);
        var middle = down[down.Count / 2];
        Assert.Contains(middle, (await PageAsync(list, new(AroundPostId: middle))).Families.Select(family => family.Id));
    }

    [Fact]
    public async Task a_shuffle_is_the_same_for_a_seed_and_another_for_another()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(i => Make.Still(i))]);
        async Task<Guid[]> OrderAsync(int seed) =>
            [.. (await PageAsync(ResolvedQuery.All with { Sort = SortBy.Random, Seed = seed }, PagePosition.Top)).Families
                .Select(family => family.Id)];
        Assert.Equal(await OrderAsync(1), await OrderAsync(1));
        Assert.NotEqual(await OrderAsync(1), await OrderAsync(2));
    }

    [Theory]
    [InlineData("", "2025-10", 99)]
    [InlineData("", "2025-09", 0)]
    [InlineData("sort=date_asc", "2025-10-02", 24)]
    public async Task a_month_or_a_day_opens_where_it_begins(string address, string at, int hour)
    {
        await StoreAsync([.. Enumerable.Range(0, 100).Select(i => Make.Still((i * 60) - (12 * 60)))]);
        var page = await PageAsync(ResolvedQuery.From(LibraryQuery.Parse(address, Make.Start).Query), new(FromDay: DateSpan.Parse(at)));
        if (hour == 0) Assert.Null(page.After);
        else Assert.Contains(page.Families, family => family.SortAt == Make.Start.AddHours(hour - 12));
    }

    private Task<FamilyPage> PageAsync(ResolvedQuery list, PagePosition pagePosition) =>
        WithAsync<BrowseLibrary, FamilyPage>(browse => browse.ReadPageAsync(list, pagePosition, default));
}
