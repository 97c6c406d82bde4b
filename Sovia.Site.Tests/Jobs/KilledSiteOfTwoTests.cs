using System.Net.Http.Json;
using System.Text.Json;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Jobs;

/// <summary>Of two sites on one database the one that works is killed without a word; the other goes on within half a minute.</summary>
public sealed class KilledSiteOfTwoTests(SoviaHost host) : HostTest(host)
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task a_large_batch_is_finished_by_the_other_site_and_changes_each_post_once()
    {
        var database = await CreateSeededAsync(3_000);
        await using var pair = await SitePair.StartAsync(database);
        using var answer = await pair.Client.PostAsync("/api/batches",
            new StringContent("""{"selection":{"query":"unit=post"},"change":{"add_tags":["sea"]} }""", null, "application/json"));
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("batch").GetProperty("id").GetString()!;
        await Eventually.TrueAsync(async () => (await ReadAsync(pair.Client, id)).Done > 0, "the batch has begun");
        var left = await pair.KillWorkerAsync($"change {id}");
        var at = DateTimeOffset.UtcNow;

        var half = await ReadAsync(left, id);
        Assert.True(half.Done < half.Total, "it was killed in the middle");
        await Eventually.TrueAsync(async () => (await ReadAsync(left, id)).Done > half.Done, "the other site goes on");
        Assert.InRange(DateTimeOffset.UtcNow - at, TimeSpan.Zero, HalfAMinute);
        await Eventually.TrueAsync(async () => (await ReadAsync(left, id)).State == "finished", "it ends");
        var whole = await ReadAsync(left, id);
        Assert.Equal((whole.Total, whole.Total), (whole.Done, whole.Count));
        Assert.Equal($"{whole.Total} {whole.Total}", await pair.QueryScalarAsync($"""
            select count(*) || ' ' || count(distinct post -> 'before' ->> 'id') from sovia.mt_events e, jsonb_array_elements(e.data -> 'posts') post where e.stream_id = '{id}'
            """));
    }

    [Fact]
    public async Task an_undo_of_an_import_is_finished_by_the_other_site()
    {
        var database = await Host.CreateDatabaseAsync();
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.PathOf("export.json"), SyntheticExport.Json(families: 3_000, seed: 21));
        Assert.Equal(0,
            (await SiteProgram.RunAsync("import", folder.PathOf("export.json"), $"--ConnectionStrings:Postgres={database}",
                $"--Sovia:DataDirectory={folder.Path}")).Code);
        await using var pair = await SitePair.StartAsync(database);
        var run = (await pair.QueryScalarAsync("select id::text from sovia.mt_doc_importrun"))!;
        await pair.PressAsync($"/import/{run}", $"/import/{run}?handler=undo");
        const string Done = "select (data -> 'undo' ->> 'done') from sovia.mt_doc_importrun";
        await Eventually.TrueAsync(async () => int.TryParse(await pair.QueryScalarAsync(Done), out var done) && done > 0,
            "the undo has begun");
        await pair.KillWorkerAsync($"undo {run}");
        var (at, half) = (DateTimeOffset.UtcNow, await pair.QueryScalarAsync(Done));

        Assert.Equal("Undoing", await StateAsync());
        await Eventually.TrueAsync(async () => await pair.QueryScalarAsync(Done) != half, "the other site goes on");
        Assert.InRange(DateTimeOffset.UtcNow - at, TimeSpan.Zero, HalfAMinute);
        await Eventually.TrueAsync(async () => await StateAsync() == "Undone", "it ends");
        Assert.Equal("", await LibraryDump.ReadAsync(database));

        Task<string?> StateAsync() => pair.QueryScalarAsync("select data ->> 'state' from sovia.mt_doc_importrun");
    }

    [Fact]
    public async Task a_requested_scan_is_finished_by_the_other_site()
    {
        var database = await Host.CreateDatabaseAsync();
        using var media = new TempFolder();
        // Large enough to be read for a while, and a hole on the disk.
        await using (var file = File.Create(media.PathOf("large.png")))
        {
            await file.WriteAsync(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A });
            file.SetLength(3L << 30);
        }
        await using var pair = await SitePair.StartAsync(database, $"Sovia__MediaRoots={media.Path}");
        await pair.PressAsync("/media", "/media?handler=scan");
        var left = await pair.KillWorkerAsync("requested scan requested scan");
        Assert.Null(await ReadEndAsync());
        await Eventually.TrueAsync(async () =>
            await pair.QueryScalarAsync("select data ->> 'attempts' from sovia.mt_doc_jobrow where id = 'requested scan requested scan'") == "2"
            || await ReadEndAsync() is not null, "the other site goes on");
        await Eventually.TrueAsync(async () => await ReadEndAsync() is not null, "it ends");
        Assert.Contains("large.png", await left.GetStringAsync("/media/unshowable"), StringComparison.Ordinal);

        Task<string?> ReadEndAsync() => pair.QueryScalarAsync("select data ->> 'endedAt' from sovia.mt_doc_requestedwork");
    }

    private async Task<string> CreateSeededAsync(int families)
    {
        var database = await Host.CreateDatabaseAsync();
        using var folder = new TempFolder();
        Assert.Equal(0,
            (await SiteProgram.RunAsync("seed", "--families", $"{families}", $"--ConnectionStrings:Postgres={database}",
                $"--Sovia:DataDirectory={folder.Path}")).Code);
        return database;
    }

    private static async Task<(string State, int Done, int Total, int Count)> ReadAsync(HttpClient client, string id)
    {
        var batch = (await client.GetFromJsonAsync<JsonElement>($"/api/batches/{id}")).GetProperty("batch");
        return (batch.GetProperty("state").GetString()!, batch.GetProperty("done").GetInt32(), batch.GetProperty("total").GetInt32(),
            batch.GetProperty("count").GetInt32());
    }
}
