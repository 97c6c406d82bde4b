using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Library;
using Sovia.Tests.Library.Search;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

public sealed class RebuildTests(SoviaHost host) : HostTest(host)
{
    private const string Rows = """
        select (select md5(string_agg(t::text, '|' order by id)) from sovia.family_index t), (select md5(string_agg(t::text, '|' order by id)) from sovia.post_index t),
            (select md5(string_agg(t::text, '|' order by word)) from sovia.library_word t where rows > 0), (select families || ' ' || posts || ' ' || format from sovia.library_version)
        """;

    [Fact]
    public async Task what_is_derived_comes_back_as_it_was_whatever_is_lost_of_it()
    {
        var random = new RandomTerms(5);
        await StoreAsync([.. Enumerable.Range(0, 30).SelectMany(_ => random.Family())]);
        var before = await RowsAsync();
        await RunAsync("delete from sovia.family_index where random() < 0.5; update sovia.post_index set lexemes = '', items = 7; delete from sovia.mt_doc_family where random() < 0.3; update sovia.library_version set families = 3");
        await RebuildAsync(staleOnly: false);
        Assert.Equal(before, await RowsAsync());
        await RebuildAsync(staleOnly: false);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task a_library_of_an_older_program_is_derived_once()
    {
        await StoreAsync(Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        var before = await RowsAsync();
        await RunAsync("truncate sovia.family_index, sovia.post_index, sovia.library_word, sovia.library_word_change; update sovia.library_version set version = 0, families = 0, posts = 0, format = 0");
        Assert.Equal(2, await RebuildAsync(staleOnly: true));
        Assert.Equal(before, await RowsAsync());
        Assert.Equal(0, await RebuildAsync(staleOnly: true));
    }

    private Task<int> RebuildAsync(bool staleOnly) => WithAsync<Rebuild, int>(rebuild => rebuild.RunAsync(staleOnly, null, default));

    private async Task RunAsync(string sql)
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> RowsAsync()
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(Rows);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return $"{reader[0]} {reader[1]} {reader[2]} {reader[3]}";
    }
}
