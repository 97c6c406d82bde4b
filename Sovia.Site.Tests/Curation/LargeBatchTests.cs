using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sovia.Curation;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>Batches of many posts run as background jobs with progress and cancellation.</summary>
public sealed class LargeBatchTests(SoviaHost host) : LargeBatchTest(host)
{
    [Fact]
    public async Task it_is_answered_at_once_and_tells_how_far_it_is_and_its_undo_too()
    {
        await FillAsync();
        using var client = Host.Site.Server.CreateClient();
        var (status, response) = await PostAsync(client, "/api/batches",
            """{"selection":{"query":"unit=post"},"change":{"add_tags":["sea"]} }""");
        Assert.Equal((HttpStatusCode.Accepted, Posts, Posts),
            (status, response.GetProperty("selected").GetInt32(), response.GetProperty("batch").GetProperty("total").GetInt32()));
        var batch = await EndAsync(client, response);
        Assert.Equal(("finished", Posts, Posts), (batch.GetProperty("state").GetString(), batch.GetProperty("done").GetInt32(),
            batch.GetProperty("count").GetInt32()));
        Assert.Equal("Tagged 1,203 items with sea", batch.GetProperty("text").GetString());
        Assert.Equal(Posts, await CountAsync("unit=post&tag=sea"));
        var editedId = (await WithAsync((FindSelectedPosts find) => find.FindIdsAsync(Selection.From(All), false, default))).First();
        await ChangeAsync(new() { AddTags = ["mine"] }, editedId);

        var address = $"/api/batches/{batch.GetProperty("id").GetString()}/undo";
        var undoResponses = await Task.WhenAll(PostAsync(client, address), PostAsync(client, address));
        Assert.All(undoResponses, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        var undone = await EndAsync(client, undoResponses[0].Json);
        Assert.Equal(("finished", Posts - 1, 1), (undone.GetProperty("state").GetString(), undone.GetProperty("count").GetInt32(),
            undone.GetProperty("left").GetInt32()));
        Assert.Equal("Undid: Tagged 1,203 items with sea", undone.GetProperty("text").GetString());
        var whole = await client.GetFromJsonAsync<JsonElement>($"/api/batches/{undone.GetProperty("id").GetString()}");
        Assert.Equal((editedId, "tags"), (whole.GetProperty("left")[0].GetProperty("id").GetGuid(),
            whole.GetProperty("left")[0].GetProperty("field").GetString()));
        Assert.Equal(1, await CountAsync("unit=post&tag=sea"));
        Assert.Equal(undone.GetProperty("id").GetString(),
            (await client.GetFromJsonAsync<JsonElement>($"/api/batches/{batch.GetProperty("id").GetString()}")).GetProperty("batch")
            .GetProperty("undone_by").GetString());
    }

    [Fact]
    public async Task one_that_is_stopped_before_its_turn_changes_nothing()
    {
        await FillAsync();
        using var client = Host.Site.Server.CreateClient();
        JsonElement response;
        await using (await HoldLaneAsync())
        {
            (_, response) = await PostAsync(client, "/api/batches", """{"selection":{"query":"unit=post"},"change":{"rating":3} }""");
            var (_, stopped) = await PostAsync(client,
                $"/api/batches/{response.GetProperty("batch").GetProperty("id").GetString()}/cancel");
            Assert.Equal(("cancelled", "Nothing was changed"),
                (stopped.GetProperty("batch").GetProperty("state").GetString(), stopped.GetProperty("batch").GetProperty("text")
                    .GetString()));
        }
        var next = await EndAsync(client,
            (await PostAsync(client, "/api/batches", """{"selection":{"query":"unit=post"},"change":{"rating":4} }""")).Json);
        Assert.Equal(("finished", "Rated 1,203 items 4 stars"),
            (next.GetProperty("state").GetString(), next.GetProperty("text").GetString()));
        Assert.Equal((0, Posts), (await CountAsync("unit=post&rating=3"), await CountAsync("unit=post&rating=4")));
    }

    [Fact]
    public async Task undoing_a_running_batch_stops_and_reverts_it()
    {
        await FillAsync();
        await using var lane = await HoldLaneAsync();
        var batch =
            (await WithAsync(async (ApplyChange apply) => await apply.RunAsync(Selection.From(All), new() { Rating = 2 }, default))).Batch!;
        // All annotation writers wait for this lock and continue in the order of their arrival.
        await using var connection = await Source.OpenConnectionAsync();
        await using var waiting = await connection.BeginTransactionAsync();
        await QueryScalarAsync(connection, $"select pg_advisory_xact_lock({0x53417267}, hashtext('{CurrentLibrary.DefaultId}'))");
        var growing = WithAsync<ContinueBatch, bool>(async go =>
        {
            await go.RunAsync(batch.Id, default);
            return true;
        });
        await WaitForAsync(1);
        var undoing = WithAsync<UndoBatch, ChangeResult?>(undo => undo.RunAsync(batch.Id, default));
        await WaitForAsync(2);
        await waiting.CommitAsync();
        await growing;
        var undone = (await undoing)!;
        Assert.Equal((500, 500), (undone.ChangedCount, (await BatchAsync(batch.Id)).Count));
        Assert.Equal(BatchState.Cancelled, (await BatchAsync(batch.Id)).State);
        Assert.Equal(0, await CountAsync("unit=post&rating=2"));

        async Task WaitForAsync(int count) => await Eventually.TrueAsync(
            async () =>
            (long)(await QueryScalarAsync(connection,
                $"select count(*) from pg_locks where locktype = 'advisory' and not granted and classid = {0x53417267}"))! == count,
                $"{count} wait for the lock");
    }
}
