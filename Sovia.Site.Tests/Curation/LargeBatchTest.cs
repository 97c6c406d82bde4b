using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Curation;
using Sovia.Jobs;
using Sovia.Query;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>Base class for tests with enough posts for a change to run in the background.</summary>
public abstract class LargeBatchTest(SoviaHost host) : HostTest(host)
{
    protected const int Posts = 1_203;

    protected static LibraryQuery All => LibraryQuery.Parse("unit=post", Make.Start).Query;

    protected NpgsqlDataSource Source => Host.Site.Services.GetRequiredService<NpgsqlDataSource>();

    protected Task FillAsync() => StoreAsync([.. Enumerable.Range(0, Posts).Select(i => Make.Still(i))]);

    protected Task<ChangeResult> ChangeAllAsync(Change change) =>
        WithAsync((ApplyChange apply) => apply.RunAsync(Selection.From(All), change, default));

    // No large batch runs while the lock is held.
    protected Task<LibraryLockHandle> HoldLaneAsync() =>
        Host.Site.Services.GetRequiredService<LibraryLockProvider>().AcquireAsync(BatchJob.JobName, default);

    protected Task<JobRow?> RowAsync(Guid batch) =>
        Host.Site.Services.GetRequiredService<JobRowStore>().FindAsync(BatchJob.JobName, batch.ToString(), default);

    protected async Task<Batch> BatchAsync(Guid id) => (await WithAsync((ReadBatchHistory read) => read.FindAsync(id, default)))!;

    protected static async Task<object?> QueryScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    protected static async Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(HttpClient client, string address, string body = "")
    {
        using var answer = await client.PostAsync(address, new StringContent(body, null, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    protected static async Task<JsonElement> EndAsync(HttpClient client, JsonElement response)
    {
        var batch = response.GetProperty("batch");
        await Eventually.TrueAsync(
            async () =>
            (batch = (await client.GetFromJsonAsync<JsonElement>($"/api/batches/{batch.GetProperty("id").GetString()}"))
                .GetProperty("batch")).GetProperty("state").GetString() is not ("queued" or "running"),
            "the batch ends");
        return batch;
    }
}
