using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>Two sites on one database, of which one is killed without a word while it changes a large batch.</summary>
public sealed partial class KilledBatchTests(SoviaHost host) : HostTest(host)
{
    [GeneratedRegex("127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Listens();

    [Fact]
    public async Task another_site_goes_on_within_half_a_minute_and_changes_each_post_once()
    {
        var database = await Host.CreateDatabaseAsync();
        using TempFolder one = new(), other = new();
        Assert.Equal(0, (await SiteProgram.RunAsync("seed", "--families", "3000", $"--ConnectionStrings:Postgres={database}", $"--Sovia:DataDirectory={one.Path}")).Code);
        await using SiteProcess first = Start(database, one), second = Start(database, other);
        await Task.WhenAll(first.ListensAsync(), second.ListensAsync());
        using var client = ClientOf(first);
        using var answer = await client.PostAsync("/api/batches", new StringContent("""{"selection":{"query":"unit=post"},"change":{"add_tags":["sea"]} }""", null, "application/json"));
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("batch").GetProperty("id").GetString()!;
        await Eventually.TrueAsync(async () => (await ReadAsync(client, id)).Done > 0, "the batch has begun");
        // Either may have taken it.
        var node = await AskAsync(database, $"select data ->> 'node' from sovia.mt_doc_jobrow where id = 'change {id}'");
        var (killed, left) = node == await File.ReadAllTextAsync(one.PathOf("node")) ? (first, second) : (second, first);
        await killed.KillAsync();
        var at = DateTimeOffset.UtcNow;

        using var rest = ClientOf(left);
        var half = await ReadAsync(rest, id);
        Assert.True(half.Done < half.Total, "it was killed in the middle");
        await Eventually.TrueAsync(async () => (await ReadAsync(rest, id)).Done > half.Done, "the other site goes on");
        Assert.InRange(DateTimeOffset.UtcNow - at, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        await Eventually.TrueAsync(async () => (await ReadAsync(rest, id)).State == "finished", "it ends");
        var whole = await ReadAsync(rest, id);
        Assert.Equal((whole.Total, whole.Total), (whole.Done, whole.Count));
        Assert.Equal($"{whole.Total} {whole.Total}", await AskAsync(database, $"""
            select count(*) || ' ' || count(distinct post -> 'before' ->> 'id') from sovia.mt_events e, jsonb_array_elements(e.data -> 'posts') post where e.stream_id = '{id}'
            """));
    }

    private static SiteProcess Start(string database, TempFolder folder) => new(SiteProcess.Program, folder.Path, "env", $"ConnectionStrings__Postgres={database}");

    private static HttpClient ClientOf(SiteProcess site) => new() { BaseAddress = new("http://" + Listens().Match(site.Output).Value) };

    private static async Task<(string State, int Done, int Total, int Count)> ReadAsync(HttpClient client, string id)
    {
        var batch = (await client.GetFromJsonAsync<JsonElement>($"/api/batches/{id}")).GetProperty("batch");
        return (batch.GetProperty("state").GetString()!, batch.GetProperty("done").GetInt32(), batch.GetProperty("total").GetInt32(), batch.GetProperty("count").GetInt32());
    }

    private static async Task<string?> AskAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string;
    }
}
