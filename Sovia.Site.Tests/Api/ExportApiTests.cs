using System.Text.Json;
using System.Xml.Linq;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

public sealed class ExportApiTests(SoviaHost host) : ApiTest(host)
{
    [Fact]
    public async Task every_post_of_a_query_is_a_line_with_its_annotation_in_the_order_of_the_list()
    {
        Post[] stills = [.. Enumerable.Range(0, 620).Select(number => Make.Still(-number, $"a heron {number}"))];
        var clip = Make.Clip(stills[3]);
        await StoreAsync([.. stills, clip]);
        await ChangeAsync(new() { Rating = 4, Tags = ["lake"], Note = "the best" }, stills[1].Id);
        await ChangeAsync(new() { Trashed = true }, stills[2].Id);
        await ChangeAsync(new() { Hidden = true }, stills[4].Id);
        var lines = await LinesAsync("/api/export");
        Assert.Equal([stills[0].Id, stills[1].Id, stills[3].Id, clip.Id, .. stills.Skip(5).Select(post => post.Id)], lines.Select(IdOf));
        var annotation = lines[1].GetProperty("annotation");
        Assert.Equal((4, "lake", "the best"), (annotation.GetProperty("rating").GetInt32(), annotation.GetProperty("tags")[0].GetString(),
            annotation.GetProperty("note").GetString()));
        Assert.Equal([stills[2].Id], (await LinesAsync("/api/export?search=is:trashed")).Select(IdOf));
        Assert.Equal([clip.Id], (await LinesAsync("/api/export?unit=post&type=video")).Select(IdOf));
        Assert.Equal(619, (await LinesAsync("/api/export?sort=random&seed=7")).Select(IdOf).Distinct().Count());
        Assert.Empty(await LinesAsync("/api/export?search=nowhere"));
        Assert.Equal(["id", "prompt"], (await LinesAsync("/api/export?fields=id,prompt&search=tag:lake")).Single().EnumerateObject()
            .Select(property => property.Name));
    }

    [Fact]
    public async Task an_aborted_export_does_not_truncate_the_next()
    {
        await StoreAsync([.. Enumerable.Range(0, 1_200).Select(number => Make.Still(-number, new string('x', 2_000)))]);
        for (var round = 0; round < 3; round++)
        {
            using var leaving = new CancellationTokenSource();
            using var answer = await Host.Site.Server.CreateClient()
                .GetAsync("/api/export", HttpCompletionOption.ResponseHeadersRead, leaving.Token);
            await using var stream = await answer.Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(new byte[10_000 * (round + 1)]);
            await leaving.CancelAsync();
        }
        Assert.Equal(1_200, (await LinesAsync("/api/export")).Select(IdOf).Distinct().Count());
    }

    [Theory]
    [InlineData("/api/export?search=date:99")]
    [InlineData("/api/export?type=sculpture")]
    [InlineData("/api/export?fields=id,shoe")]
    [InlineData("/feed.atom?sort=sideways")]
    [InlineData("/posts.json?page=0")]
    [InlineData("/posts.json?limit=201")]
    [InlineData("/tags.json?limit=x")]
    public async Task invalid_parameters_are_rejected_before_the_export_starts(string address) =>
        Assert.Equal((422, "invalid_parameter"), await SendAsync(HttpMethod.Get, address) is var (status, code, _) ? (status, code)
            : default);

    [Fact]
    public async Task a_feed_holds_the_newest_of_a_query_whatever_their_prompts_hold()
    {
        var odd = Make.Still(0, "a <heron> & \u0001 \ud83d\ude00 " + new string('x', 300));
        await StoreAsync(odd, Make.Still(-1, "a lake"), Make.Still(-2));
        using var answer = await Host.Site.Server.CreateClient().GetAsync("/feed.atom?sort=date_desc");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = feed.Elements(atom + "entry").ToList();
        Assert.Equal(3, entries.Count);
        Assert.Equal($"urn:uuid:{odd.Id}", entries[0].Element(atom + "id")!.Value);
        Assert.StartsWith("a <heron> &", entries[0].Element(atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains("a &lt;heron&gt; &amp;", entries[0].Element(atom + "content")!.Value, StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.StartsWith("http://localhost/posts/", entry.Elements(atom + "link").First()
            .Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Single(XDocument.Parse(await Host.Site.Server.CreateClient().GetStringAsync("/feed.atom?search=lake")).Root!
            .Elements(atom + "entry"));
    }

    [Fact]
    public async Task an_answer_that_is_known_already_is_not_sent_again_until_something_changes()
    {
        var still = Make.Still(0, "a heron");
        await StoreAsync(still);
        var client = Host.Site.Server.CreateClient();
        foreach (var address in (string[])["/api/query", "/api/media", "/api/stats", "/feed.atom", "/posts.json", $"/api/posts/{still.Id}"])
        {
            using var first = await client.GetAsync(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var again = await client.SendAsync(request);
            Assert.Equal(304, (int)again.StatusCode);
            await LikeAsync(still.Id, address.Length % 2 == 0);
            await ChangeAsync(new() { Note = address }, still.Id);
            using var anew = new HttpRequestMessage(HttpMethod.Get, address);
            anew.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var changed = await client.SendAsync(anew);
            Assert.Equal(200, (int)changed.StatusCode);
            Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
        }
        using var refused = await client.GetAsync("/api/query?type=sculpture");
        Assert.Null(refused.Headers.ETag);
    }

    [Fact]
    public async Task programs_for_danbooru_list_and_count_posts_and_tags()
    {
        Post[] stills = [.. Enumerable.Range(0, 5).Select(number => Make.Still(-number, $"a heron {number}"))];
        var clip = Make.Clip(stills[0]);
        await StoreAsync([.. stills, clip]);
        await ChangeAsync(new() { Tags = ["Golden Hour", "lake"] }, stills[1].Id);
        await ChangeAsync(new() { Tags = ["lake"] }, stills[2].Id);
        var all = (await GetAsync("/posts.json?limit=3")).EnumerateArray()
            .Concat((await GetAsync("/posts.json?limit=3&page=2")).EnumerateArray()).ToList();
        Assert.Equal(6, all.Select(post => post.GetProperty("id").GetInt64()).Distinct().Count());
        Assert.All(all, post => Assert.InRange(post.GetProperty("id").GetInt64(), 0, 1L << 53));
        var tagged = Assert.Single((await GetAsync("/posts.json?tags=golden_hour+rating:general+order:rank")).EnumerateArray());
        Assert.Equal((stills[1].Id, "Golden_Hour lake"),
            (tagged.GetProperty("sovia_id").GetGuid(), tagged.GetProperty("tag_string_general").GetString()));
        Assert.Equal(2, (await GetAsync("/counts/posts.json?tags=lake")).GetProperty("counts").GetProperty("posts").GetInt32());
        Assert.Equal(4, (await GetAsync("/counts/posts.json?tags=-lake")).GetProperty("counts").GetProperty("posts").GetInt32());
        Assert.Equal(1, (await GetAsync("/counts/posts.json?tags=video")).GetProperty("counts").GetProperty("posts").GetInt32());
        Assert.Equal(1, (await GetAsync("/counts/posts.json?tags=imagine_w_1")).GetProperty("counts").GetProperty("posts").GetInt32());
        await StoreAsync(Make.Still(-20, "a rock") with { Restricted = true });
        Assert.Equal((1, 6), ((await GetAsync("/counts/posts.json?tags=rating:q")).GetProperty("counts").GetProperty("posts").GetInt32(),
            (await GetAsync("/counts/posts.json?tags=rating:general")).GetProperty("counts").GetProperty("posts").GetInt32()));
        // Any of several, and metatags that mean something to Danbooru only.
        Assert.Equal(3, (await GetAsync("/counts/posts.json?tags=~lake+~video+score:>5+user:anna")).GetProperty("counts").GetProperty("posts")
            .GetInt32());
        Assert.Equal(1, (await GetAsync("/counts/posts.json?tags=~golden_hour+~video+heron+-video")).GetProperty("counts")
            .GetProperty("posts").GetInt32());
        Assert.Equal(6, (await GetAsync("/counts/posts.json?tags=-rating:explicit")).GetProperty("counts").GetProperty("posts").GetInt32());
        await ChangeAsync(new() { Tags = ["say \"hi\"", "red sky", "red_sky"] }, stills[3].Id);
        await ChangeAsync(new() { Tags = ["red_sky"] }, stills[4].Id);
        Assert.Equal(2, (await GetAsync("/counts/posts.json?tags=red_sky")).GetProperty("counts").GetProperty("posts").GetInt32());
        Assert.Equal(1, (await GetAsync("/counts/posts.json?tags=say_%22hi%22")).GetProperty("counts").GetProperty("posts").GetInt32());
        Assert.Equal(["Golden_Hour"], (await GetAsync("/tags.json?search[name_matches]=gold*")).EnumerateArray()
            .Select(tag => tag.GetProperty("name").GetString()));
        Assert.Equal(2, (await GetAsync("/tags.json")).EnumerateArray().First().GetProperty("post_count").GetInt32());
        Assert.Empty((await GetAsync("/posts.json?page=50000&limit=200")).EnumerateArray());
    }

    private static Guid IdOf(JsonElement line) => line.GetProperty("id").GetGuid();

    private async Task<List<JsonElement>> LinesAsync(string address)
    {
        using var answer = await Host.Site.Server.CreateClient().GetAsync(address);
        Assert.Equal((200, "application/x-ndjson"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
