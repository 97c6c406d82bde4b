using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

public sealed class BatchTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_batch_says_what_it_really_changed_and_is_undone_field_by_field()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        await ChangeAsync(new() { AddTags = ["sea"] }, posts[0].Id);
        var tagged =
            await PostAsync(
                $$"""{"selection":{"ids":["{{string.Join("\",\"", posts.Select(post => post.Id))}}","{{Guid.NewGuid()}}"]},"change":{"add_tags":["sea"],"rating":2} }""");
        Assert.Equal((3, 3), (tagged.GetProperty("selected").GetInt32(), tagged.GetProperty("changed").GetInt32()));
        Assert.Equal("Rated 3 items 2 stars; tagged 2 items with sea", tagged.GetProperty("batch").GetProperty("text").GetString());
        await ChangeAsync(new() { Rating = 5 }, posts[1].Id);

        var undone =
            (await WithAsync((UndoBatch undo) => undo.RunAsync(tagged.GetProperty("batch").GetProperty("id").GetGuid(), default)))!;

        Assert.Equal([new SkippedField(posts[1].Id, "rating")], undone.SkippedFields);
        var now = await WithAsync((ReadAnnotations read) => read.ReadAsync(posts.Select(post => post.Id), default));
        Assert.Equal(("sea", null, 5, null, null),
            (now[posts[0].Id].Tags!.Single(), now[posts[0].Id].Rating, now[posts[1].Id].Rating, now[posts[1].Id].Tags,
                now[posts[2].Id].Rating));
        // The undo is a batch like others.
        Assert.Empty((await WithAsync((UndoBatch undo) => undo.RunAsync(undone.Batch!.Id, default)))!.SkippedFields);
        now = await WithAsync((ReadAnnotations read) => read.ReadAsync(posts.Select(post => post.Id), default));
        Assert.Equal((2, 5, 2, "sea"), (now[posts[0].Id].Rating, now[posts[1].Id].Rating, now[posts[2].Id].Rating,
            now[posts[2].Id].Tags!.Single()));
    }

    [Fact]
    public async Task all_that_a_query_finds_is_changed_in_one_batch_and_undone_in_one()
    {
        var posts = Enumerable.Range(0, 1_203).Select(i => Make.Still(i, prompt: i % 3 == 0 ? "a heron" : "a stork")).ToArray();
        await StoreAsync(posts);
        var tagged = await PostAsync("""{"selection":{"query":"search=heron"},"change":{"add_tags":["bird"]} }""");
        Assert.Equal("Tagged 401 items with bird", tagged.GetProperty("batch").GetProperty("text").GetString());
        Assert.Equal(401, await CountAsync("tag=bird"));
        Assert.Equal(401, await CountAsync("search=tag:BIRD heron"));
        Assert.Equal(802, await CountAsync("search=-tag:bird"));
        Assert.Equal(401,
            (await WithAsync((UndoBatch undo) => undo.RunAsync(tagged.GetProperty("batch").GetProperty("id").GetGuid(),
                default)))!.ChangedCount);
        Assert.Equal(0, await CountAsync("tag=bird"));
        using var client = Host.Site.Server.CreateClient();
        var history = await client.GetFromJsonAsync<JsonElement>("/api/batches?limit=1");
        Assert.Equal("Undid: Tagged 401 items with bird", history.GetProperty("items")[0].GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.String, history.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("""{"selection":{"ids":["x"]},"change":{"rating":1} }""", 422)]
    [InlineData("""{"selection":{},"change":{"rating":1} }""", 422)]
    [InlineData("""{"change":{"rating":1} }""", 422)]
    [InlineData("""{"selection":{"query":""} }""", 422)]
    [InlineData("""7""", 400)]
    public async Task invalid_selections_and_changes_are_rejected(string body, int status)
    {
        using var answer = await Host.Site.Server.CreateClient()
            .PostAsync("/api/batches", new StringContent(body, null, "application/json"));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task a_batch_that_fails_in_the_middle_keeps_what_it_did_and_says_so()
    {
        var posts = Enumerable.Range(0, 1_100).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var source = Host.Site.Services.GetRequiredService<Npgsql.NpgsqlDataSource>();
        // The post that comes last is refused, as a full disk would.
        await using (var refuse =
            source.CreateCommand($"alter table sovia.post_annotation add constraint refused check (id <> '{posts.Max(post => post.Id)}')"))
            await refuse.ExecuteNonQueryAsync();
        try
        {
            var queued = (await ChangeAsync(new() { Rating = 1 }, [.. posts.Select(post => post.Id)])).Batch!;
            await Eventually.TrueAsync(async () => !(await BatchAsync(queued.Id)).IsOpen, "the batch has ended");
        }
        finally
        {
            await using var allow = source.CreateCommand("alter table sovia.post_annotation drop constraint refused");
            await allow.ExecuteNonQueryAsync();
        }
        var batch = Assert.Single(await WithAsync((ReadBatchHistory read) => read.ReadPageAsync(null, 10, default)));
        Assert.Equal(("Rated 1,000 items 1 star", 1_000, 1_000), (batch.Text, batch.Count, await CountAsync("rating=1")));
        Assert.Equal(BatchState.Failed, batch.State);
        Assert.Contains("Changes made so far are kept", batch.Failure, StringComparison.Ordinal);
        var undo = (await WithAsync((UndoBatch undo) => undo.RunAsync(batch.Id, default)))!.Batch!;
        await Eventually.TrueAsync(async () => !(await BatchAsync(undo.Id)).IsOpen, "the undo has ended");
        Assert.Equal((BatchState.Finished, 1_000), ((await BatchAsync(undo.Id)).State, (await BatchAsync(undo.Id)).Count));
        Assert.Equal(0, await CountAsync("rating=1"));
    }

    private async Task<Batch> BatchAsync(Guid id) => (await WithAsync((ReadBatchHistory read) => read.FindAsync(id, default)))!;

    private async Task<JsonElement> PostAsync(string body)
    {
        using var answer = await Host.Site.Server.CreateClient()
            .PostAsync("/api/batches", new StringContent(body, null, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
