using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

public sealed class AnnotationApiTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_patch_merges_into_what_is_there_and_null_clears()
    {
        var post = Make.Still();
        await StoreAsync(post);
        await PatchAsync(post.Id, """{"rating":4,"tags":["Sea","  red   sky "],"note":"for print\r\nlarge","liked":true}""");
        var now = await PatchAsync(post.Id, """{"add_tags":["sea","boat"],"remove_tags":["RED SKY"],"note":null,"title":"Harbour"}""");
        var annotation = now.GetProperty("annotation");
        Assert.Equal("""["Sea","boat"]""", annotation.GetProperty("tags").GetRawText());
        Assert.Equal((4, true, "Harbour", JsonValueKind.Null),
            (annotation.GetProperty("rating").GetInt32(), annotation.GetProperty("liked").GetBoolean(), annotation.GetProperty("title")
                .GetString(), annotation.GetProperty("note").ValueKind));
        Assert.Equal(1, now.GetProperty("changed").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await PatchAsync(post.Id, """{"rating":4}""")).GetProperty("batch").ValueKind);
    }

    [Theory]
    [InlineData("""{"rating":6}""", 422, "invalid_change")]
    [InlineData("""{"rating":"many"}""", 422, "invalid_change")]
    [InlineData("""{"rating":2.5}""", 422, "invalid_change")]
    [InlineData("""{"stars":2}""", 422, "invalid_change")]
    [InlineData("""{"tags":"sea"}""", 422, "invalid_change")]
    [InlineData("""{"tags":["a,b"]}""", 422, "invalid_change")]
    [InlineData("""{"liked":null}""", 422, "invalid_change")]
    [InlineData("""{"title":"\ud83d"}""", 422, "invalid_change")]
    [InlineData("""{}""", 422, "invalid_change")]
    [InlineData("""[]""", 400, "body_unreadable")]
    [InlineData("""{"rating":""", 400, "body_unreadable")]
    public async Task invalid_changes_are_rejected_and_change_nothing(string body, int status, string code)
    {
        var post = Make.Still();
        await StoreAsync(post);
        using var answer = await SendAsync(post.Id, body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Empty(await WithAsync((ReadAnnotations read) => read.ReadAsync([post.Id], default)));
        Assert.Empty(await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 10, default)));
    }

    [Fact]
    public async Task unusual_text_is_stored_or_rejected_and_the_next_change_succeeds()
    {
        var post = Make.Still();
        await StoreAsync(post);
        string[] bodies =
        [
            """{"note":"a\u0000b"}""", """{"title":"\u0000\u0001\u001f"}""", """{"tags":["\u0000"]}""",
            """{"tags":["\u202ekatze","🐈‍⬛","İstanbul","ﬁsh","%","_","\\","'","\"","{}","NULL","none","-x"]}""",
            JsonSerializer.Serialize(new { note = new string('é', 20_001) }),
            JsonSerializer.Serialize(new { note = new string('é', 20_000) }),
            JsonSerializer.Serialize(new { tags = Enumerable.Range(0, 5_000).Select(i => $"t{i}") }),
            JsonSerializer.Serialize(new { tags = new[] { new string('x', 101) } }),
            JsonSerializer.Serialize(new { add_tags = Enumerable.Range(0, 200).Select(i => $"t{i}") }),
        ];
        foreach (var body in bodies)
        {
            using var answer = await SendAsync(post.Id, body);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity,
                $"{(int)answer.StatusCode} {body[..Math.Min(60, body.Length)]}");
            Assert.Equal(3, (await PatchAsync(post.Id, """{"rating":3}""")).GetProperty("annotation").GetProperty("rating").GetInt32());
        }
        using var page = await Host.Site.Server.CreateClient().GetAsync($"/posts/{post.Id}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task a_post_that_is_not_there_is_not_found()
    {
        using var answer = await SendAsync(Guid.NewGuid(), """{"rating":3}""");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("post_not_found", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task many_at_once_change_one_after_the_other()
    {
        var post = Make.Still();
        await StoreAsync(post);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => ChangeAsync(new() { AddTags = [$"t{i % 20}"], Rating = i % 6 }, post.Id)));
        var annotation = (await WithAsync((ReadAnnotations read) => read.ReadAsync([post.Id], default)))[post.Id];
        Assert.Equal(20, annotation.Tags!.Count);
        // Undone one after the other from the last, they lead back to nothing.
        foreach (var batch in await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 100, default)))
            Assert.Empty((await WithAsync((UndoBatch undo) => undo.RunAsync(batch.Id, default)))!.SkippedFields);
        annotation = (await WithAsync((ReadAnnotations read) => read.ReadAsync([post.Id], default)))[post.Id];
        Assert.Equal((null, null), (annotation.Tags, annotation.Rating));
    }

    private async Task<JsonElement> PatchAsync(Guid id, string body)
    {
        using var answer = await SendAsync(id, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> SendAsync(Guid id, string body) =>
        Host.Site.Server.CreateClient().PatchAsync($"/api/posts/{id}/annotation", new StringContent(body, null, "application/json"));
}
