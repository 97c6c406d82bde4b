using System.Text.Json;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

public sealed class MediaApiTests(SoviaHost host) : ApiTest(host)
{
    [Fact]
    public async Task families_are_listed_like_8xsovia_does_and_paged_without_gaps_or_repeats()
    {
        Post[] stills = [.. Enumerable.Range(0, 12).Select(number => Make.Still(-number, $"a heron {number}"))];
        var clip = Make.Clip(stills[0]);
        await StoreAsync([.. stills, clip]);
        var first = (await GetAsync("/api/media?limit=5")).EnumerateArray().ToList();
        var child = first[0].GetProperty("child_posts").EnumerateArray().Single();
        Assert.Equal((clip.Id, stills[0].Id, "MEDIA_POST_TYPE_VIDEO"),
            (child.GetProperty("id").GetGuid(), child.GetProperty("parent_post_id").GetGuid(), child.GetProperty("media_type")
                .GetString()));
        Assert.Equal("a heron 0", first[0].GetProperty("prompt").GetString());
        foreach (var sort in (string[])["date_desc", "date_asc", "model", "random&seed=4", "likes"])
        {
            var all = Ids(await GetAsync($"/api/media?sort={sort}")).ToList();
            List<Guid> walked = [];
            for (var skip = 0; skip < 15; skip += 5) walked.AddRange(Ids(await GetAsync($"/api/media?sort={sort}&skip={skip}&limit=5")));
            Assert.Equal(all, walked);
            Assert.Equal(stills.Select(post => post.Id).Order(), all.Order());
        }
    }

    [Theory]
    [InlineData("type=image", 12)]
    [InlineData("type=MEDIA_POST_TYPE_VIDEO", 1)]
    [InlineData("type=all&mode=all", 12)]
    [InlineData("liked=liked", 1)]
    [InlineData("liked=true", 1)]
    [InlineData("liked=unliked", 11)]
    [InlineData("search=heron%203", 1)]
    [InlineData("search=100%25", 0)]
    [InlineData("skip=1000", 0)]
    public async Task filters_have_both_spellings(string queryString, int count)
    {
        Post[] stills = [.. Enumerable.Range(0, 12).Select(number => Make.Still(-number, $"a heron {number}"))];
        await StoreAsync([.. stills, Make.Clip(stills[0])]);
        await LikeAsync(stills[2].Id);
        Assert.Equal(count, (await GetAsync($"/api/media?{queryString}")).GetArrayLength());
    }

    [Theory]
    [InlineData("/api/media?limit=0")]
    [InlineData("/api/media?limit=101")]
    [InlineData("/api/media?skip=-1")]
    [InlineData("/api/media?skip=99999999999999")]
    [InlineData("/api/media?sort=sideways")]
    [InlineData("/api/media?type=sculpture")]
    [InlineData("/api/search?q=a")]
    [InlineData("/api/query?search=date:99")]
    [InlineData("/api/query?after=nowhere")]
    [InlineData("/api/query?sort=type&after=0_00000000000000000000000000000000_99999")]
    public async Task invalid_parameters_are_rejected(string address) =>
    Assert.Equal((422, "invalid_parameter"), await SendAsync(HttpMethod.Get, address) is var (status, code, _) ? (status, code) : default);

    [Fact]
    public async Task stats_models_and_existing_ids_match_the_library()
    {
        Post[] stills = [.. Enumerable.Range(0, 3).Select(number => Make.Still(-number, $"a heron {number}"))];
        var clip = Make.Clip(stills[0]);
        await StoreAsync([.. stills, clip]);
        await LikeAsync(stills[1].Id);
        var stats = await GetAsync("/api/stats");
        Assert.Equal((3, 1, 1), (stats.GetProperty("totalItems").GetInt32(), stats.GetProperty("totalVideos").GetInt32(),
            stats.GetProperty("likedItems").GetInt32()));
        Assert.Equal(4, (await GetAsync("/api/models")).GetProperty("models").EnumerateArray()
            .Sum(model => model.GetProperty("count").GetInt32()));
        var known = await SendAsync(HttpMethod.Post, "/api/check-existing",
            JsonSerializer.Serialize(new[] { $"{clip.Id}", $"{Guid.NewGuid()}", "no id", $"{stills[2].Id}" }));
        Assert.Equal([clip.Id, stills[2].Id], known.Body.GetProperty("existing_ids").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Equal(0, (await SendAsync(HttpMethod.Post, "/api/check-existing", """["\ud800"]""")).Body.GetProperty("existing_ids")
            .GetArrayLength());
        Assert.Equal((400, "body_unreadable"), await SendAsync(HttpMethod.Post, "/api/check-existing", "{}") is var (status, code, _)
            ? (status, code) : default);
    }

    [Fact]
    public async Task repeating_a_like_toggles_it()
    {
        var still = Make.Still();
        await StoreAsync(still);
        Assert.True((await SendAsync(HttpMethod.Post, $"/api/media/{still.Id}/like")).Body.GetProperty("like_status").GetBoolean());
        Assert.False((await SendAsync(HttpMethod.Post, $"/api/media/{still.Id}/like")).Body.GetProperty("like_status").GetBoolean());
        Assert.Equal((404, "post_not_found"), await SendAsync(HttpMethod.Post, $"/api/media/{Guid.NewGuid()}/like") is var (status, code, _)
            ? (status, code) : default);
    }

    [Fact]
    public async Task concurrent_likes_toggle_one_after_the_other()
    {
        var still = Make.Still();
        await StoreAsync(still);
        for (var round = 0; round < 10; round++)
        {
            var states = await Task.WhenAll(Enumerable.Range(0, 6)
                .Select(_ => SendAsync(HttpMethod.Post, $"/api/media/{still.Id}/like")));
            Assert.Equal(3, states.Count(state => state.Body.GetProperty("like_status").GetBoolean()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("unit=post&sort=date_asc")]
    [InlineData("type=video&unit=post")]
    public async Task a_query_is_walked_by_its_cursors(string queryString)
    {
        Post[] stills = [.. Enumerable.Range(0, 120).Select(number => Make.Still(-number, $"a heron {number}"))];
        await StoreAsync([.. stills, .. stills.Take(60).Select(still => Make.Clip(still))]);
        List<Guid> walked = [];
        int? total = null;
        for (string? after = ""; after is not null;)
        {
            var page = await GetAsync($"/api/query?{queryString}{(after.Length == 0 ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            walked.AddRange(Ids(page.GetProperty("items")));
            Assert.Equal(total ??= page.GetProperty("total").GetInt32(), page.GetProperty("total").GetInt32());
            after = page.GetProperty("next").GetString();
        }
        Assert.Equal((total, walked.Count), (walked.Count, walked.Distinct().Count()));
    }

    [Fact]
    public async Task a_post_is_shown_with_its_annotation()
    {
        var still = Make.Still(0, "a heron");
        await StoreAsync(still);
        await ChangeAsync(new() { Rating = 4, Liked = true, AddTags = ["sea"] }, still.Id);
        var post = await GetAsync($"/api/posts/{still.Id}");
        Assert.Equal(("a heron", true, 4), (post.GetProperty("prompt").GetString(), post.GetProperty("liked").GetBoolean(),
            post.GetProperty("annotation").GetProperty("rating").GetInt32()));
        Assert.Equal((404, "post_not_found"), await SendAsync(HttpMethod.Get, $"/api/posts/{Guid.NewGuid()}") is var (status, code, _)
            ? (status, code) : default);
    }
}
