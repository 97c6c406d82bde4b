using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

public sealed class GatheredListTests(SoviaHost host) : HostTest(host)
{
    [Theory]
    [InlineData("date_desc")]
    [InlineData("date_asc")]
    [InlineData("model")]
    [InlineData("type")]
    [InlineData("videos")]
    [InlineData("likes")]
    [InlineData("rating")]
    public async Task sorting_all_rows_gives_the_same_list_as_an_index_walk(string sort)
    {
        Post[] stills = [.. Enumerable.Range(0, 120)
            .Select(number => Make.Still(-number, number % 3 == 0 ? "a heron"
                : "a lake with herons") with { Model = $"imagine_{number % 4}" })];
        await StoreAsync([.. stills, .. stills.Take(20).Select(still => Make.Clip(still))]);
        await ChangeAsync(new() { Rating = 3, Liked = true }, [.. stills.Take(90).Skip(60).Select(still => still.Id)]);
        var walked = Make.ParseQuery($"search=heron&sort={sort}");
        var gathered = walked with { SortsAllRows = true };
        var all = await WalkAsync(walked);
        Assert.Equal(120, all.Count);
        Assert.Equal(all, await WalkAsync(gathered));
        await WithAsync(async (BrowseLibrary browse) =>
        {
            var (above, below) = await browse.ReadNeighboursAsync(gathered, all[60], default);
            Assert.Equal([all[59], all[58]], above.Select(family => family.Id));
            Assert.Equal([all[61], all[62]], below.Select(family => family.Id));
            return 0;
        });
    }

    [Fact]
    public void no_index_is_walked_for_what_is_gathered()
    {
        var parameters = new Npgsql.NpgsqlCommand().Parameters;
        Assert.Contains("order by coalesce(x.age, x.age)",
            KeysetSql.Build(Make.ParseQuery("search=heron").WithoutAnnotations with { SortsAllRows = true }, null, isForward: true, 51,
                parameters), StringComparison.Ordinal);
        Assert.Contains("order by x.age", KeysetSql.Build(Make.ParseQuery("search=heron").WithoutAnnotations, null, isForward: true, 51,
            parameters), StringComparison.Ordinal);
    }
}
