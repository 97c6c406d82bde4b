using System.Globalization;
using System.Text.Json;
using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Bench.Media;

/// <summary>
/// The page of near duplicates in a library of many posts, most of which have a file: hashes are made up, groups are derived by the site.
/// </summary>
internal static class QueueBench
{
    private const int Rounds = 200;

    // Every fourth picture is one of a pair, some bits apart; the rest is far from all others.
    private const string Filling = """
        insert into sovia.mt_doc_filematch (tenant_id, id, data, post_id, sha_256, mt_version, mt_dotnet_type)
        select x.tenant_id, m.sha || ':' || replace(x.id::text, '-', '') || ':Media', jsonb_build_object('id', m.sha || ':' || replace(x.id::text, '-', '') || ':Media', 'sha256', m.sha, 'postId', x.id, 'role', 'Media', 'method', 'bench', 'confidence', 1, 'byHand', false),
            x.id, m.sha, gen_random_uuid(), 'Sovia.Media.Matching.FileMatch'
        from sovia.post_index x cross join lateral (select encode(sha256(x.id::text::bytea), 'hex') as sha) m;
        insert into sovia.picture_hash (tenant_id, content, first, is_clip, state, version, made_at)
        select x.tenant_id, encode(sha256(x.id::text::bytea), 'hex'), (h.hash # (case when x.number % 8 = 1 then 1::bigint << (x.number % 60)::int else 0 end)), false, 0, 1, now()
        from (select tenant_id, id, row_number() over (order by id) as number from sovia.post_index) x
        cross join lateral (select ('x' || substr(md5((x.number / 8 * 8 + (case when x.number % 8 < 2 then 0 else x.number % 8 end))::text), 1, 16))::bit(64)::bigint as hash) h;
        insert into sovia.duplicate_state (tenant_id, hashes) select tenant_id, count(*) from sovia.picture_hash group by tenant_id
            on conflict (tenant_id) do update set hashes = excluded.hashes;
        analyze;
        """;

    public static async Task RunAsync(int posts)
    {
        using var work = new WorkFolder();
        await ExportAsync(work.PathOf("export.json"), posts);
        await Site.RunAsync(work.Path, "import", work.PathOf("export.json"));
        var (site, address) = await Site.StartAsync(work.Path);
        await using var running = site;
        await FillAsync(work.Path);
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.CacheControl = new() { NoCache = true };
        var text = "";
        for (var waited = 0; !(text = await client.GetStringAsync("duplicates")).Contains("data-group", StringComparison.Ordinal); waited++)
        {
            if (waited > 120) throw new TimeoutException("No groups were derived.");
            await Task.Delay(1_000);
        }
        Console.WriteLine($"| /duplicates among {posts:N0} posts | bytes | {Figures.Columns}\n|---|---:|---:|---:|---:|");
        foreach (var (name, page) in new[] { ("first page", "duplicates"),
            ("further down", "duplicates?after=1_-99999999999999999_" + new string('0', 32)),
            ("a look-up", "duplicates?like=0123456789abcdef") })
        {
            var figures = new Figures();
            for (var round = 0; round < 30; round++) text = await client.GetStringAsync(page);
            for (var round = 0; round < Rounds; round++) await figures.TakeAsync(() => client.GetStringAsync(page));
            Console.WriteLine(figures.Row(name, text.Length));
        }
    }

    private static async Task FillAsync(string data)
    {
        await using var server = await PrivatePostgres.StartAsync(new() { DataDirectory = data }, CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(Filling);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExportAsync(string path, int posts)
    {
        await using var export = File.Create(path);
        await JsonSerializer.SerializeAsync(export, Enumerable.Range(0, posts).Select(at => new
        {
            id = Guid.NewGuid(),
            createTime = new DateTime(2025, 10, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(at * 31),
            prompt = string.Create(CultureInfo.InvariantCulture, $"heron number {at} at dawn"),
            mediaType = "MEDIA_POST_TYPE_IMAGE",
            mimeType = "image/jpeg",
            childPosts = Array.Empty<object>(),
        }));
    }
}
