using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

/// <summary>Whether a kind is in every family or in a few, its first page is read from an index in the list's order.</summary>
public sealed class KindPlanTests(SoviaHost host) : HostTest(host)
{
    private const int Families = 12_000, Few = 40;

    public static TheoryData<string, string> Lists => new()
    {
        { "mixed", "type=image" },
        { "mixed", "type=video" },
        { "mixed", "type=image,video" },
        { "mixed", "type=video&liked=true" },
        { "mixed", "type=video&sort=date_asc" },
        { "mixed", "type=video&sort=model" },
        { "mixed", "type=image&sort=videos" },
        { "mixed", "search=cover:image" },
        { "few videos", "type=video" },
        { "few videos", "type=-video" },
        { "few videos", "type=video&sort=date_asc" },
        { "few videos", "search=cover:video" },
        { "few images", "type=image" },
        { "few images", "type=-image" },
        { "few images", "type=image&sort=date_asc" },
        { "no images missing", "type=-image" },
    };

    [Theory, MemberData(nameof(Lists))]
    public async Task the_first_page_of_a_kind_passes_few_rows_by(string library, string address)
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await FillAsync(source, library);
        await using var session = Host.Store.QuerySession();
        await using var command = new ListPageReader(source, session, Host.Site.Services.GetRequiredService<LibraryStateCache>(),
            new CachedFamilyReader()).CreateCommand(ResolvedQuery.From(LibraryQuery.Parse(address, Make.Start).Query).WithoutAnnotations,
            null, isForward: true, 51);
        command.CommandText = "explain (analyze, timing off, summary off) " + command.CommandText;
        await using var connection = await source.OpenConnectionAsync();
        command.Connection = connection;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        var plan = string.Join('\n', lines);
        // The documents have no rows here, and how to look up nothing is the planner's own choice.
        Assert.DoesNotContain("Seq Scan on family_index", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
        var passedBy = lines.Where(line => line.Contains("Rows Removed by Filter", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.AsSpan(line.LastIndexOf(' ') + 1), provider: null));
        Assert.True(passedBy < 200, plan);
    }

    // The few are the oldest, where a walk from the newest family would meet them last.
    private static async Task FillAsync(NpgsqlDataSource source, string library)
    {
        var (images, videos) = library switch
        {
            "few videos" => ("1", $"case when n > {Families - Few} then -2 else 0 end"),
            "few images" => ($"case when n > {Families - Few} then 1 else 0 end", "-1"),
            _ => ("1", "-(n % 12)"),
        };
        await using var fill = source.CreateCommand($"""
            insert into sovia.family_index (tenant_id, id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted, models, modes, lexemes, texts)
            select '*DEFAULT*', id, id, n * 60000000::bigint, true, case when {images} > 0 then 0 else 1 end, n % 3, 'm' || n % 5, {videos}, {images}, {images} - ({videos}), 0, 197001, true,
                array['m' || n % 5], '{"{}"}', 'a:1 b:2', repeat('word ', 60)
            from (select n, gen_random_uuid() as id from generate_series(1, {Families}) n) made
            """);
        await fill.ExecuteNonQueryAsync();
        await using var analyze = source.CreateCommand("vacuum analyze sovia.family_index");
        await analyze.ExecuteNonQueryAsync();
    }
}
