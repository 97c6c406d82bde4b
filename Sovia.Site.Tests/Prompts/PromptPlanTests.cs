using Npgsql;
using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

/// <summary>A page of prompts is read along an index, wherever it begins: none is sorted for it.</summary>
public sealed class PromptPlanTests(SoviaHost host) : PromptTest(host)
{
    private const string Filling = """
        insert into sovia.prompt select $1, i, 'prompt ' || i, 'prompt ' || md5(i::text), -(i % 40), 1, 1, 1000000 - i * 7, 0, 0, -(i % 9), i % 6, '{}', '{}', '{}', to_tsvector('simple', 'word' || i % 500), 'x', array[i, i + 1],
            case when i % 50 = 0 then now() end, '{}', '{}'
        from generate_series(1, 20000) as i
        """;

    [Fact]
    public async Task each_order_has_an_index_and_each_filter_a_way_in()
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using (var fill = source.CreateCommand(Filling))
        {
            fill.Parameters.Add(new() { Value = "*DEFAULT*" });
            await fill.ExecuteNonQueryAsync();
        }
        await using (var analyze = source.CreateCommand("analyze sovia.prompt")) await analyze.ExecuteNonQueryAsync();
        foreach (var sort in PromptSort.All)
        {
            var entries =
                await WithAsync((ReadPrompts read) => read.ReadPageAsync(PromptQuery.Everything with { Sort = sort }, null, default));
            foreach (var place in (string?[])[null, entries.After])
            {
                var plan = await PlanAsync(source, PromptQuery.Everything with { Sort = sort }, place);
                Assert.Contains($"prompt_by_{(sort.Column ?? "by_recent")[3..]}", plan, StringComparison.Ordinal);
                Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
            }
        }
        Assert.Contains("prompt_of_ideas", await PlanAsync(source,
            PromptQuery.Everything with { Sort = PromptSort.Recent, Show = PromptFilter.Ideas }, null), StringComparison.Ordinal);
        Assert.Contains("prompt_lexemes", await PlanAsync(source, PromptQuery.Parse(name => name == "search" ? "=word7" : null, Make.Start),
            null), StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(NpgsqlDataSource source, PromptQuery query, string? after)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = "*DEFAULT*" });
        var sql = new PromptSql(command.Parameters);
        var where = sql.BuildWhere(query) + (PromptCursor.Parse(after, query.Sort) is { } place
            ? $" and {sql.BuildAfter(place, query.Sort)}" : "");
        command.CommandText =
            $"explain select x.key, x.text from sovia.prompt x where x.tenant_id = $1 and {where} order by {PromptSql.BuildOrderBy(query.Sort)} limit {PromptPage.Size + 1}";
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        return string.Join('\n', plan);
    }
}
