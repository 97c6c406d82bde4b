using System.Net;
using System.Text.Json;
using Sovia.Library;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>Similar items as 8xSovia's API gives them.</summary>
public sealed class SimilarEndpointTests(SoviaHost host) : PageTest(host)
{
    private static readonly string[] Names =
        ["id", "user_id", "create_time", "prompt", "original_prompt", "media_type", "media_url", "mime_type", "model_name", "like_status",
            "child_posts", "similarity_score", "similarity_reason"];

    private static readonly string[] ChildNames =
        ["id", "parent_post_id", "user_id", "create_time", "prompt", "original_prompt", "media_type", "media_url", "mime_type",
            "model_name", "mode"];

    private readonly Post still = Make.Still(1, "a lighthouse in fog"), one = Make.Still(2, "a lighthouse in fog at dusk"),
        two = Make.Still(3, "fog over a harbour");

    [Fact]
    public async Task families_come_in_its_form_the_most_similar_first()
    {
        var (first, second) = (Make.Clip(one, 5, "slow dolly"), Make.Clip(one, 4, "slow zoom"));
        await StoreAsync(still, one, second, first, two with { OwnerId = Guid.NewGuid() }, Make.Still(9, "a cat"));
        await LikeAsync(one.Id);
        await ChangeAsync(new() { Hidden = true }, second.Id);
        var found = await GetSimilarAsync($"/api/media/{still.Id}/similar");
        Assert.Equal([one.Id, two.Id], found.Select(post => post.GetProperty("id").GetGuid()));
        Assert.All(found, post => Assert.Equal(Names, post.EnumerateObject().Select(property => property.Name)));
        var like = found[0];
        Assert.Equal(("a lighthouse in fog at dusk", "MEDIA_POST_TYPE_IMAGE", one.MediaUrl, true),
            (like.GetProperty("prompt").GetString(), like.GetProperty("media_type").GetString(), like.GetProperty("media_url").GetString(),
                like.GetProperty("like_status").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, found[1].GetProperty("like_status").ValueKind);
        Assert.True(like.GetProperty("similarity_score").GetDouble() > found[1].GetProperty("similarity_score").GetDouble());
        Assert.EndsWith("; same model", like.GetProperty("similarity_reason").GetString(), StringComparison.Ordinal);
        // Hidden items are left out.
        var child = Assert.Single(like.GetProperty("child_posts").EnumerateArray());
        Assert.Equal(ChildNames, child.EnumerateObject().Select(property => property.Name));
        Assert.Equal((first.Id, one.Id, "custom", "MEDIA_POST_TYPE_VIDEO"),
            (child.GetProperty("id").GetGuid(), child.GetProperty("parent_post_id").GetGuid(), child.GetProperty("mode").GetString(),
                child.GetProperty("media_type").GetString()));
        // Asked about a clip, it answers for the clip's family.
        Assert.Equal(still.Id, Assert.Single(await GetSimilarAsync($"/api/media/{first.Id}/similar?limit=1")).GetProperty("id").GetGuid());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("-1")]
    [InlineData("six")]
    public async Task a_limit_out_of_its_bounds_is_refused(string limit)
    {
        await StoreAsync(still);
        using var answer = await GetAsync($"/api/media/{still.Id}/similar?limit={limit}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("invalid_limit", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code")
            .GetString());
    }

    [Fact]
    public async Task the_limit_is_respected_and_defaults_to_six()
    {
        await StoreAsync([still, .. Enumerable.Range(0, 25).Select(minute => Make.Still(minute, "fog"))]);
        Assert.Equal((6, 1, 20), ((await GetSimilarAsync($"/api/media/{still.Id}/similar")).Count,
            (await GetSimilarAsync($"/api/media/{still.Id}/similar?limit=1")).Count,
            (await GetSimilarAsync($"/api/media/{still.Id}/similar?limit=20")).Count));
    }

    [Fact]
    public async Task an_unknown_post_returns_404()
    {
        using var answer = await GetAsync($"/api/media/{Guid.NewGuid()}/similar");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("post_not_found", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code")
            .GetString());
    }

    private async Task<List<JsonElement>> GetSimilarAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateArray()];
    }
}
