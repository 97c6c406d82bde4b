using System.Text.Json;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>The API applies each parameter or rejects it, and never replaces an invalid one by something else.</summary>
public sealed class ApiStrictnessTests(SoviaHost host) : ApiTest(host)
{
    [Fact]
    public async Task models_have_the_names_by_which_they_are_asked_for()
    {
        await StoreAsync(Make.Still(1, "a heron"));
        var model = Assert.Single((await GetAsync("/api/models")).GetProperty("models").EnumerateArray()).GetProperty("name").GetString();
        Assert.Equal("imagine_h_1", model);
        Assert.Equal(1, (await GetAsync($"/api/media?model={model}")).GetArrayLength());
    }

    [Theory]
    [InlineData("%25")]
    [InlineData("%22%22")]
    [InlineData("date:99")]
    public async Task a_search_that_cannot_be_understood_finds_nothing(string search)
    {
        await StoreAsync(Make.Still(1, "a heron"));
        Assert.Equal(0, (await GetAsync($"/api/media?search={search}")).GetArrayLength());
        Assert.Equal(0, (await GetAsync($"/api/search?q={search}{search}")).GetProperty("count").GetInt32());
        Assert.Equal(0, (await GetAsync($"/api/media?has_custom_videos=true&search={search}")).GetArrayLength());
        Assert.Equal(0, (await GetAsync($"/api/collections/smart/preview?search={search}")).GetArrayLength());
        Assert.Equal(0, (await GetAsync($"/posts.json?tags={search}")).GetArrayLength());
        Assert.Equal(0, (await GetAsync($"/counts/posts.json?tags={search}")).GetProperty("counts").GetProperty("posts").GetInt32());
        Assert.Equal(1, (await GetAsync("/api/media?search=")).GetArrayLength());
    }

    [Fact]
    public async Task families_with_custom_videos_are_a_further_condition()
    {
        var (plain, both) = (Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        await StoreAsync(plain, both, Make.Clip(plain) with { Mode = "normal" }, Make.Clip(both) with { Mode = "normal" }, Make.Clip(both));
        Assert.Equal(2, (await GetAsync("/api/media?mode=normal&has_custom_videos=false")).GetArrayLength());
        foreach (var yes in (string[])["true", "1", "on"])
            Assert.Equal([both.Id], Ids(await GetAsync($"/api/media?mode=normal&has_custom_videos={yes}")));
        Assert.Equal(422, (await SendAsync(HttpMethod.Get, "/api/media?has_custom_videos=maybe")).Status);
    }

    [Fact]
    public async Task custom_videos_narrow_a_search_of_alternatives()
    {
        var (first, second) = (Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        await StoreAsync(first, second, Make.Clip(second));
        Assert.Equal([second.Id], Ids(await GetAsync("/api/media?search=heron%20OR%20stork&has_custom_videos=true")));
    }

    [Theory]
    [InlineData("""{"is_smart":"true"}""")]
    [InlineData("""{"is_smart":null}""")]
    [InlineData("""{"is_smart":1}""")]
    [InlineData("""{"locked":"false"}""")]
    [InlineData("""{"locked":null}""")]
    public async Task an_invalid_flag_changes_nothing(string body)
    {
        var made = await SendAsync(HttpMethod.Post, "/api/collections", """{"name":"Herons","is_smart":true,"query":"search=heron"}""");
        await SendAsync(HttpMethod.Put, $"/api/collections/{made.Body.GetProperty("id").GetGuid()}", """{"locked":true}""");
        var before = (await GetAsync("/api/collections"))[0].GetRawText();
        var address = $"/api/collections/{made.Body.GetProperty("id").GetGuid()}";
        Assert.Equal((422, "invalid_collection"), GetStatusAndCode(await SendAsync(HttpMethod.Put, address, body)));
        Assert.Equal(before, (await GetAsync("/api/collections"))[0].GetRawText());
    }

    [Theory]
    [InlineData("/api/batches", """{"selection":{"\ud800":1},"change":{"rating":1}}""")]
    [InlineData("/api/batches", """{"\ud800\ud800":1,"selection":{"ids":[]},"change":{"rating":1}}""")]
    public async Task a_lone_surrogate_in_a_name_causes_no_server_error(string address, string body)
    {
        var answer = await SendAsync(HttpMethod.Post, address, body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotNull(answer.Code);
    }

    [Fact]
    public async Task nothing_follows_the_last_item()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(number => Make.Still(number, "a heron"))]);
        var first = await GetAsync("/api/query?sort=date_asc");
        var last = (await GetAsync($"/api/query?sort=date_asc&after={first.GetProperty("next").GetString()}")).GetProperty("items");
        Assert.Equal(10, last.GetArrayLength());
        var ticks = (await GetAsync("/api/query?sort=date_asc&fields=create_time,id")).GetProperty("items")[0];
        Assert.EndsWith("Z", ticks.GetProperty("create_time").GetString(), StringComparison.Ordinal);
        // What follows the first page leaves the list before the next is asked for.
        await ChangeAsync(new() { Trashed = true }, [.. Ids(last)]);
        var after = await GetAsync($"/api/query?sort=date_asc&after={first.GetProperty("next").GetString()}");
        Assert.Equal((0, JsonValueKind.Null), (after.GetProperty("items").GetArrayLength(), after.GetProperty("next").ValueKind));
    }

    [Fact]
    public async Task the_next_page_has_the_fields_of_the_first()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(number => Make.Still(number, "a heron"))]);
        using var client = Host.Site.Server.CreateClient();
        using var answer = await client.GetAsync(new Uri("/api/query?fields=id", UriKind.Relative));
        Assert.Contains("fields=id", answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    private static (int, string?) GetStatusAndCode((int Status, string? Code, JsonElement Body) answer) => (answer.Status, answer.Code);
}
