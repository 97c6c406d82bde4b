using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

public sealed class LikeTests(SoviaHost host) : HostTest(host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task repeating_a_like_overrules_a_later_source(bool liked)
    {
        var post = Make.Still();
        await StoreAsync(post);
        await LikeAsync(post.Id, liked);
        // A source that has seen otherwise since, by a clock that is ahead.
        await StoreAsync(post with { Liked = !liked, LikedSeenAt = DateTimeOffset.UtcNow.AddHours(1) });
        Assert.Equal(!liked, (await WithAsync((ReadLikeState read) => read.ReadAsync(post.Id, default)))!.Liked);
        Assert.Equal(liked, (await LikeAsync(post.Id, liked))!.Liked);
    }

    [Fact]
    public async Task the_first_decision_of_all_is_in_every_list_at_once()
    {
        var post = Make.Still();
        await StoreAsync(post);
        using var client = Host.Site.Server.CreateClient();
        await client.GetStringAsync("/?liked=true");
        await LikeAsync(post.Id);
        Assert.Contains(post.Id.ToString(), await client.GetStringAsync("/?liked=true"), StringComparison.Ordinal);
        Assert.Contains("data-mark=\"liked\"", await client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rating=6")]
    [InlineData("search=rating:9")]
    [InlineData("serach=cat")]
    [InlineData("tag=sea&sort=sideways")]
    public async Task a_query_that_is_not_understood_selects_nothing(string query)
    {
        var post = Make.Still();
        await StoreAsync(post);
        using var body = new StringContent($$"""{"selection":{"query":"{{query}}"},"change":{"trashed":true} }""");
        using var answer = await Host.Site.Server.CreateClient().PostAsync("/api/batches", body);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(1, await WithAsync((CountMatches count) => count.CountAsync(ResolvedQuery.All, default)));
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("%EF%B7%90x")]
    public async Task noncharacters_break_no_page(string text)
    {
        var post = Make.Still();
        await StoreAsync(post);
        await LikeAsync(post.Id);
        using var client = Host.Site.Server.CreateClient();
        foreach (var address in new[] { $"/?tag={text}", $"/?search=note:{text}", $"/?search=tag:{text}" })
            Assert.True((await client.GetAsync(address)).IsSuccessStatusCode, address);
        using var form =
            new FormUrlEncodedContent([new("addtag", Uri.UnescapeDataString(text) + "a"), new("note", Uri.UnescapeDataString(text) + "a"),
                new("back", "/é")]);
        Assert.Equal(303, (int)(await client.PostAsync($"/posts/{post.Id}/annotate", form)).StatusCode);
        Assert.Equal(400, (int)(await client.PostAsync($"/posts/{post.Id}/annotate", null)).StatusCode);
    }
}
