using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>Lists of what users decided are read along indexes, however many decided families there are.</summary>
public sealed class DecidedPlanTests(SoviaHost host) : HostTest(host)
{
    // Rows of annotations are narrow: to pass a thousand by takes a fifth of a millisecond, and a family costs more.
    private const int Families = 20_000, Passed = 1_200;

    [Theory]
    [InlineData("")]
    [InlineData("rating=5")]
    [InlineData("search=rating:>=4")]
    [InlineData("rating=none")]
    [InlineData("tag=common")]
    [InlineData("tag=rare")]
    [InlineData("tag=-common")]
    [InlineData("sort=rating")]
    [InlineData("sort=rating&tag=rare")]
    [InlineData("liked=true")]
    [InlineData("sort=likes")]
    [InlineData("sort=date_asc&rating=5")]
    public async Task a_first_page_passes_few_rows_by(string address)
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await FillAsync(source);
        await using var session = Host.Store.QuerySession();
        await using var command = new ListPageReader(source, session, Host.Site.Services.GetRequiredService<LibraryStateCache>(),
            new CachedFamilyReader())
            .CreateCommand(ResolvedQuery.From(LibraryQuery.Parse(address, Make.Start).Query), null, isForward: true, 51);
        command.CommandText = "explain (analyze, timing off, summary off) " + command.CommandText;
        await using var connection = await source.OpenConnectionAsync();
        command.Connection = connection;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        var plan = string.Join('\n', lines);
        Assert.DoesNotContain("Seq Scan on family_index", plan, StringComparison.Ordinal);
        var passedBy = lines.Where(line => line.Contains("Rows Removed by", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.AsSpan(line.LastIndexOf(' ') + 1), provider: null));
        Assert.True(passedBy <= Passed, plan);
    }

    // Every fifth family has stars and a tag, every fiftieth five stars, every hundredth a rare tag and another like than its source says.
    private static async Task FillAsync(NpgsqlDataSource source)
    {
        await using var fill = source.CreateCommand($"""
            create temporary table made as select n, gen_random_uuid() as id from generate_series(1, {Families}) n;
            insert into sovia.family_index (tenant_id, id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted, models, modes, lexemes, texts)
            select '*DEFAULT*', id, id, n * 60000000::bigint, true, 0, case when n % 10 = 0 then 0 else 1 end, 'm' || n % 5, 0, 1, 1, 0, 197001, true, array['m' || n % 5], '{"{}"}', 'a:1 b:2', repeat('word ', 60) from made;
            insert into sovia.family_annotation (tenant_id, id, root_id, age, by_likes, likes_differ, by_rating, tags, tag_keys, notes)
            select '*DEFAULT*', id, id, n * 60000000::bigint, case when n % 100 = 0 then 2 when n % 10 = 0 then 0 else 1 end, n % 100 = 0, case when n % 50 = 0 then 0 else 1 + n % 4 end,
                t.tags, t.tags, '' from made, lateral (select case when n % 100 = 0 then array['common', 'rare'] when n % 15 = 0 then array['other'] else array['common'] end as tags) t where n % 5 = 0;
            drop table made;
            """);
        await fill.ExecuteNonQueryAsync();
        foreach (var table in new[] { "family_index", "family_annotation" })
        {
            await using var analyze = source.CreateCommand($"vacuum analyze sovia.{table}");
            await analyze.ExecuteNonQueryAsync();
        }
    }
}
