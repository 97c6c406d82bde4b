using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Sovia.Synthetic;

namespace Sovia.Bench;

/// <summary>
/// Has the site's API rate and tag a library as its reader would in years: a fifth is rated, and of 2,000 tags each family bears five in
/// the mean, by Zipf's law.
/// </summary>
internal sealed class AnnotationBenchmark(SiteProcess site, Database database, int families)
{
    private const int Tags = 2_000;

    private const int Posts = 100_000;

    private const double MaxTagShare = 0.2, TagsPerFamily = 5;

    /// <summary>Decides, and says how long the large batches took.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        var ids = (await database.QueryScalarAsync("select id from bench.family order by md5(id::text)", ct)).Split('\n');
        for (var stars = 1; stars <= 5; stars++)
            await ChangeAsync(ids.Skip((stars - 1) * families / 25).Take(families / 25), $$"""{"rating":{{stars}} }""", ct);
        var weight = TagsPerFamily / Enumerable.Range(1, Tags).Sum(rank => 1.0 / rank);
        var syntheticRandom = new SyntheticRandom(1, 0);
        for (var rank = 1; rank <= Tags; rank++)
        {
            var share = Math.Min(MaxTagShare, weight / rank);
            await ChangeAsync(ids.Skip(syntheticRandom.NextInt(0, families - 1)).Concat(ids).Take((int)(share * families)),
                $$"""{"add_tags":["tag {{rank}}"]}""", ct);
        }
        return [.. await LargeAsync(ct)];
    }

    private async Task<List<string>> LargeAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        var posts = (await database.QueryScalarAsync($"select id from sovia.post_index order by md5(id::text) limit {Posts}", ct))
            .Split('\n');
        var from = Stopwatch.GetTimestamp();
        var batch = await ChangeAsync(posts, """{"add_tags":["large"]}""", ct);
        lines.Add(Table.Line($"{posts.Length:N0} posts tagged in one batch", $"{Stopwatch.GetElapsedTime(from).TotalSeconds:N1} s"));
        from = Stopwatch.GetTimestamp();
        using var undone = await site.Client.PostAsync(new Uri($"/api/batches/{batch}/undo", UriKind.Relative), null, ct);
        undone.EnsureSuccessStatusCode();
        await EndAsync(await undone.Content.ReadFromJsonAsync<JsonElement>(ct), ct);
        lines.Add(Table.Line("its undo", $"{Stopwatch.GetElapsedTime(from).TotalSeconds:N1} s"));
        return lines;
    }

    private async Task<string> ChangeAsync(IEnumerable<string> ids, string change, CancellationToken ct)
    {
        var body = $$"""{"selection":{"ids":["{{string.Join("\",\"", ids)}}"]},"change":{{change}} }""";
        using var answer = await site.Client.PostAsync(new Uri("/api/batches", UriKind.Relative),
            new StringContent(body, null, "application/json"), ct);
        answer.EnsureSuccessStatusCode();
        return await EndAsync(await answer.Content.ReadFromJsonAsync<JsonElement>(ct), ct);
    }

    // A large batch is a job.
    private async Task<string> EndAsync(JsonElement answer, CancellationToken ct)
    {
        var batch = answer.GetProperty("batch");
        if (batch.ValueKind == JsonValueKind.Null) return "";
        var id = batch.GetProperty("id").GetString()!;
        while (batch.GetProperty("state").GetString() is "queued" or "running")
        {
            await Task.Delay(20, ct);
            batch = (await site.Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/batches/{id}", UriKind.Relative), ct))
                .GetProperty("batch");
        }
        if (batch.GetProperty("state").GetString() != "finished") throw new InvalidOperationException($"A batch did not end well: {batch}");
        return id;
    }
}
