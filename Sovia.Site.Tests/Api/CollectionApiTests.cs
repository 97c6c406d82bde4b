using System.Text.Json;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

public sealed class CollectionApiTests(SoviaHost host) : ApiTest(host)
{
    [Fact]
    public async Task a_manual_collection_is_created_filled_shown_changed_and_deleted()
    {
        var stills = Enumerable.Range(0, 3).Select(number => Make.Still(-number, $"a heron {number}")).ToArray();
        await StoreAsync(stills);
        var made = await SendAsync(HttpMethod.Post, "/api/collections", """{"name":"  Best ","description":"of all"}""");
        Assert.Equal((201, "Best", false), (made.Status, made.Body.GetProperty("name").GetString(), made.Body.GetProperty("is_smart")
            .GetBoolean()));
        var id = made.Body.GetProperty("id").GetGuid();
        Assert.Equal(200, (await SendAsync(HttpMethod.Post, $"/api/collections/{id}/items?media_post_id={stills[1].Id}")).Status);
        Assert.Equal((400, "already_in_collection"),
            GetStatusAndCode(await SendAsync(HttpMethod.Post, $"/api/collections/{id}/items?media_post_id={stills[1].Id}")));
        Assert.Equal((404, "post_not_found"),
            GetStatusAndCode(await SendAsync(HttpMethod.Post, $"/api/collections/{id}/items?media_post_id={Guid.NewGuid()}")));
        Assert.Equal(422, (await SendAsync(HttpMethod.Post, $"/api/collections/{id}/items?media_post_id=x")).Status);
        var shown = await GetAsync($"/api/collections/{id}");
        Assert.Equal([stills[1].Id], Ids(shown.GetProperty("items")));
        Assert.Equal(1, (await GetAsync("/api/collections"))[0].GetProperty("item_count").GetInt32());
        Assert.Equal([id], Ids(await GetAsync($"/api/media/{stills[1].Id}/collections")));
        Assert.Equal(0, (await GetAsync($"/api/media/{stills[0].Id}/collections")).GetArrayLength());
        var renamed = await SendAsync(HttpMethod.Put, $"/api/collections/{id}", """{"name":"Better","locked":true}""");
        Assert.Equal((200, "Better", "of all"), (renamed.Status, renamed.Body.GetProperty("name").GetString(),
            renamed.Body.GetProperty("description").GetString()));
        Assert.Equal((409, "collection_takes_no_posts"),
            GetStatusAndCode(await SendAsync(HttpMethod.Delete, $"/api/collections/{id}/items/{stills[1].Id}")));
        await SendAsync(HttpMethod.Put, $"/api/collections/{id}", """{"locked":false}""");
        Assert.Equal(200, (await SendAsync(HttpMethod.Delete, $"/api/collections/{id}/items/{stills[1].Id}")).Status);
        Assert.Equal((404, "not_in_collection"), GetStatusAndCode(await SendAsync(HttpMethod.Delete, $"/api/collections/{id}/items/{stills[1].Id}")));
        Assert.Equal(200, (await SendAsync(HttpMethod.Delete, $"/api/collections/{id}")).Status);
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Delete])
            Assert.Equal((404, "collection_not_found"), GetStatusAndCode(await SendAsync(method, $"/api/collections/{id}")));
        Assert.Equal((404, "collection_not_found"), GetStatusAndCode(await SendAsync(HttpMethod.Put, $"/api/collections/{id}", "{}")));
    }

    [Fact]
    public async Task a_smart_collection_contains_the_results_of_its_query()
    {
        var stills = Enumerable.Range(0, 3).Select(number => Make.Still(-number, $"a heron {number}")).ToArray();
        await StoreAsync(stills);
        var made = await SendAsync(HttpMethod.Post, "/api/collections",
            """{"name":"Two","is_smart":true,"smart_filters":{"search":"\"heron 2\"","mode":"all"}}""");
        Assert.Equal("search", Assert.Single(made.Body.GetProperty("smart_filters").EnumerateObject()).Name);
        var id = made.Body.GetProperty("id").GetGuid();
        Assert.Equal([stills[2].Id], Ids((await GetAsync($"/api/collections/{id}")).GetProperty("items")));
        Assert.Equal(1, (await GetAsync("/api/collections"))[0].GetProperty("item_count").GetInt32());
        Assert.Equal([stills[2].Id], Ids(await GetAsync($"/api/collections/smart/preview?search={Uri.EscapeDataString("\"heron 2\"")}")));
        Assert.Equal((409, "collection_takes_no_posts"),
            GetStatusAndCode(await SendAsync(HttpMethod.Post, $"/api/collections/{id}/items?media_post_id={stills[0].Id}")));
        Assert.Equal(200, (await SendAsync(HttpMethod.Put, $"/api/collections/{id}", """{"smart_filters":{"keywords":"heron"}}""")).Status);
        Assert.Equal(3, (await GetAsync($"/api/collections/{id}")).GetProperty("item_count").GetInt32());
    }

    [Theory]
    [InlineData("""{"name":"   "}""", 422, "invalid_collection")]
    [InlineData("""{"name":null}""", 422, "invalid_collection")]
    [InlineData("""{"name":"a/b"}""", 422, "invalid_collection")]
    [InlineData("""{"name":7}""", 422, "invalid_collection")]
    [InlineData("""{"name":"\ud83d"}""", 422, "invalid_collection")]
    [InlineData("""{}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A","parent_id":"\ud800"}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A/B","\ud800abcdefghijk":1}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A","parent_id":"x"}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A","parent_id":"0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f"}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A","is_smart":true,"smart_filters":{"search":"date:99"}}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A","is_smart":true,"smart_filters":["x"]}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A","is_smart":true,"smart_filters":{"search":{}}}""", 422, "invalid_collection")]
    [InlineData("""{"name":"A","is_smart":true}""", 422, "invalid_collection")]
    [InlineData("""[]""", 400, "body_unreadable")]
    [InlineData("""{"name":""", 400, "body_unreadable")]
    public async Task invalid_collections_are_rejected_and_not_created(string body, int status, string code)
    {
        Assert.Equal((status, code), GetStatusAndCode(await SendAsync(HttpMethod.Post, "/api/collections", body)));
        Assert.Equal(0, (await GetAsync("/api/collections")).GetArrayLength());
    }

    private static (int, string?) GetStatusAndCode((int Status, string? Code, JsonElement Body) answer) => (answer.Status, answer.Code);
}
