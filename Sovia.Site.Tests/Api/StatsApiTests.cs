using System.Text.Json;
using Sovia.Library;
using Sovia.Stats;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>Figures by the API.</summary>
public sealed class StatsApiTests(SoviaHost host) : ApiTest(host)
{
    [Fact]
    public async Task without_a_field_the_response_has_the_8xsovia_shape()
    {
        await FillAsync();
        Assert.Equal(
            """{"totalItems":3,"totalVideos":2,"likedItems":1,"models":[{"name":"imagine_h_1","count":3},{"name":"imagine_w_1","count":2}]}""", (await GetAsync("/api/stats")).GetRawText());
        Assert.Equal("""{"totalItems":2,"totalVideos":2,"likedItems":0,"models":[{"name":"imagine_w_1","count":2}]}""",
            (await GetAsync("/api/stats?type=video&unit=post")).GetRawText());
        Assert.Equal(
            """{"totalItems":1,"totalVideos":0,"likedItems":1,"models":[{"name":"imagine_h_1","count":1},{"name":"imagine_w_1","count":1}]}""", (await GetAsync("/api/stats?liked=true")).GetRawText());
    }

    [Fact]
    public async Task by_a_field_there_are_groups_with_shares_and_queries()
    {
        await FillAsync();
        Assert.Equal(
            """{"by":["model"],"unit":"family","total":3,"groups":[{"value":"imagine_h_1","label":"imagine_h_1","count":3,"share":1,"query":"model=imagine_h_1"},{"value":"imagine_w_1","label":"imagine_w_1","count":2,"share":0.6667,"query":"model=imagine_w_1"}]}""",
            (await GetAsync("/api/stats?by=model")).GetRawText());
        var crossed = (await GetAsync("/api/stats?by=mode,type&unit=post")).GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(["none", "custom"], crossed.Select(group => group.GetProperty("value").GetString()));
        var cell = Assert.Single(crossed[1].GetProperty("groups").EnumerateArray());
        Assert.Equal(("video", 2, "type=video&mode=custom&unit=post"),
            (cell.GetProperty("value").GetString(), cell.GetProperty("count").GetInt32(), cell.GetProperty("query").GetString()));
        // Every field that groups can be asked for, and twice the same too.
        foreach (var name in GroupableFacets.Names)
            Assert.Equal(3, (await GetAsync($"/api/stats?by={name}&by={name}")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("by=colour", "by", "model, mode")]
    [InlineData("by=model,colour", "by", "model, mode")]
    [InlineData("by=model,mode,type", "by", "one or two")]
    [InlineData("by=note", "by", "model, mode")]
    [InlineData("by=model&type=sculpture", "type", "image, video")]
    [InlineData("by=model&search=date:99", "search", "isn't a date")]
    public async Task invalid_parameters_are_rejected_with_a_message(string queryString, string parameter, string message)
    {
        var (status, code, body) = await SendAsync(HttpMethod.Get, $"/api/stats?{queryString}");
        Assert.Equal((422, "invalid_parameter"), (status, code));
        Assert.Contains(message, body.GetProperty("errors").GetProperty(parameter)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_change_shows_at_the_next_request()
    {
        var stills = await FillAsync();
        Assert.Equal(1, (await GetAsync("/api/stats")).GetProperty("likedItems").GetInt32());
        Assert.Equal(1, CountOf(await GetAsync("/api/stats?by=liked"), "true"));
        await LikeAsync(stills[2].Id);
        Assert.Equal(2, (await GetAsync("/api/stats")).GetProperty("likedItems").GetInt32());
        Assert.Equal(2, CountOf(await GetAsync("/api/stats?by=liked"), "true"));
        await StoreAsync(Make.Still(9));
        Assert.Equal(4, (await GetAsync("/api/stats?by=type")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task figures_of_two_libraries_do_not_mix()
    {
        await FillAsync();
        using (CurrentLibrary.Enter("other"))
        {
            var table =
                await WithAsync((CountGroups groups) =>
                    groups.CountAsync(Sovia.Query.LibraryQuery.Everything(Make.Start), GroupableFacets.Find("model")!, null, default));
            Assert.Equal((0, 0), (table.Total, table.Groups.Length));
        }
        Assert.Equal(3, (await GetAsync("/api/stats?by=model")).GetProperty("total").GetInt32());
    }

    private static int CountOf(JsonElement stats, string value) =>
        stats.GetProperty("groups").EnumerateArray().First(group => group.GetProperty("value").GetString() == value).GetProperty("count")
        .GetInt32();

    private async Task<Post[]> FillAsync()
    {
        Post[] stills = [.. Enumerable.Range(0, 3).Select(number => Make.Still(-number, $"a heron {number}"))];
        await StoreAsync([.. stills, Make.Clip(stills[0]), Make.Clip(stills[1])]);
        await LikeAsync(stills[1].Id);
        return stills;
    }
}
